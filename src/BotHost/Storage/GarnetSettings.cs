using System.Net.Sockets;
using Garnet.server;
using Tsavorite.core;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// How Garnet must be set so that what it acknowledged is still there afterwards. Most of these differ from its defaults,
/// and each default has been seen to lose data or to end the process; `GarnetSettingsTests` shows it where a test can.
/// </summary>
internal static class GarnetSettings
{
    public static GarnetServerOptions For(string directory, string socket) => new()
    {
        EndPoints = [new UnixDomainSocketEndPoint(socket)],
        UnixSocketPath = socket,
        UnixSocketPermission = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        QuietMode = true,

        // The default asks for libaio and ends the whole process where that is not installed.
        DeviceType = DeviceType.RandomAccess,

        // Without the tier the oldest keys are dropped without a word when memory is full.
        EnableStorageTier = true,
        LogDir = Path.Combine(directory, "log"),
        LogMemorySize = "1g",
        PageSize = "4m",
        SegmentSize = "32m",
        IndexMemorySize = "4m",

        // A write is acknowledged when it is in the append-only file, and not before. Committing at once is also the fastest way to wait.
        EnableAOF = true,
        CommitFrequencyMs = 0,
        WaitForCommit = true,

        // Pages stay in memory, and one must hold the largest write: a document of 5 MB.
        AofMemorySize = "32m",
        AofPageSize = "8m",
        AofSegmentSize = "64m",

        // A session waits for its commit on a thread of the pool, which the whole process shares and which grows slowly.
        ThreadPoolMinThreads = 32,

        CheckpointDir = directory,
        Recover = true,
        FailOnRecoveryError = true,

        // Compaction makes concurrent reads miss keys that exist, and with forced deletion loses them.
        CompactionType = LogCompactionType.None,
        CompactionForceDelete = false,

        // Without transaction mode a script is not atomic.
        EnableLua = true,
        LuaTransactionMode = true,
        LuaOptions = new LuaOptions(LuaMemoryManagementMode.Native, "", Timeout.InfiniteTimeSpan, LuaLoggingMode.Enable, [], null),
    };
}
