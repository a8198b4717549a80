using System.Globalization;
using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// The folder of <c>Storage:Directory</c>, held by one process at a time. Neither the embedded store nor the local index
/// notices a second process on its files; the writes of one of them would be lost at the next start.
/// <code>
/// wenlu.lock    held open as long as the process lives
/// wenlu.json    says that the folder is ours, and what the store in it must at least contain
/// store/        the embedded store
/// index/        the local index, which can be rebuilt
/// vectors/      the embeddings of its passages, which cost calls to make again
/// </code>
/// </summary>
internal sealed class DataFolder : IDisposable
{
    internal const string LockName = "wenlu.lock";

    private readonly FileStream lockFile;

    private DataFolder(string path, FileStream lockFile, DataFolderMarker marker)
    {
        Path = path;
        this.lockFile = lockFile;
        Marker = marker;
    }

    public string Path { get; }

    public string Store => System.IO.Path.Combine(Path, "store");

    public string Generation(int number) => System.IO.Path.Combine(Store, number.ToString(CultureInfo.InvariantCulture));

    public string Index => System.IO.Path.Combine(Path, "index");

    public string Vectors => System.IO.Path.Combine(Path, "vectors");

    public DataFolderMarker Marker { get; private set; }

    public static DataFolder Open(IOptions<StorageOptions> options) => Open(options.Value.Directory);

    public static DataFolder Open(string directory)
    {
        var path = System.IO.Path.GetFullPath(directory);
        try
        {
            Directory.CreateDirectory(path);
            RefuseForeign(path);
            return OpenLocked(path, Lock(path));
        }
        catch (IOException exception) when (DiskSpace.IsExhausted(exception))
        {
            throw new StartupException(StorageTexts.FolderFull(path), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(StorageTexts.FolderUnusable(path, exception.Message), exception);
        }
    }

    public void Mark(DataFolderMarker marker)
    {
        marker.Write(Path);
        Marker = marker;
    }

    public void Dispose() => lockFile.Dispose();

    private static DataFolder OpenLocked(string path, FileStream lockFile)
    {
        try
        {
            var marker = DataFolderMarker.Read(path) ?? DataFolderMarker.New;
            marker.Write(path);
            return new DataFolder(path, lockFile, marker);
        }
        catch
        {
            lockFile.Dispose();
            throw;
        }
    }

    internal static void RefuseForeign(string path)
    {
        if (!DataFolderMarker.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(IsForeign))
            throw new StartupException(StorageTexts.FolderForeign(path));
    }

    /// <summary>A freshly mounted volume has its <c>lost+found</c>; a start that was cut short has left our lock.</summary>
    private static bool IsForeign(string entry) =>
        System.IO.Path.GetFileName(entry) is var name && name != "lost+found" && !name.StartsWith("wenlu.", StringComparison.Ordinal);

    private static FileStream Lock(string path)
    {
        var file = System.IO.Path.Combine(path, LockName);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException) && File.Exists(file))
        {
            throw new StartupException(StorageTexts.FolderInUse(path), exception);
        }
    }
}
