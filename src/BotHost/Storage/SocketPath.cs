namespace Wenlu.BotHost.Storage;

/// <summary>
/// Where the embedded store listens: in its own folder, or, when that path is too long for a socket, in a private temporary one.
/// </summary>
internal static class SocketPath
{
    // The kernel's limit is 108 bytes on Linux and 104 on macOS, with the closing zero.
    private const int LongestBytes = 100;

    public static string In(DataFolder folder)
    {
        Directory.CreateDirectory(folder.Store);
        var beside = Path.Combine(folder.Store, "store.sock");
        return System.Text.Encoding.UTF8.GetByteCount(beside) <= LongestBytes
            ? beside
            : Path.Combine(Directory.CreateTempSubdirectory("wenlu-").FullName, "store.sock");
    }

    public static void Remove(string socket)
    {
        File.Delete(socket);
        if (Path.GetFileName(Path.GetDirectoryName(socket))!.StartsWith("wenlu-", StringComparison.Ordinal))
            Directory.Delete(Path.GetDirectoryName(socket)!, recursive: true);
    }
}
