namespace Wenlu.BotHost.Storage;

internal enum FolderState
{
    Missing,
    Free,
    InUse,
}

/// <summary>Looks at a data folder and leaves it as it is.</summary>
internal static class FolderInspection
{
    /// <exception cref="StartupException">The folder cannot be used.</exception>
    public static FolderState Look(string directory)
    {
        var path = Path.GetFullPath(directory);
        try
        {
            // A file of that name is no folder, and stands where one would be made.
            EnsureWritable(File.Exists(path) ? throw new IOException("it is a file") : Nearest(path));
            if (!Directory.Exists(path))
                return FolderState.Missing;
            DataFolder.RefuseForeign(path);
            _ = DataFolderMarker.Read(path);
            return IsHeld(path) ? FolderState.InUse : FolderState.Free;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(StorageTexts.FolderUnusable(path, exception.Message), exception);
        }
    }

    /// <summary>Of the disk that the folder is on, or would be made on.</summary>
    public static long FreeMegabytes(string directory) => new DriveInfo(Nearest(Path.GetFullPath(directory))).AvailableFreeSpace / (1024 * 1024);

    private static string Nearest(string path) => Directory.Exists(path) ? path : Nearest(Path.GetDirectoryName(path)!);

    /// <summary>Our own folder is asked by a file in it; another by one that is gone when it is closed, and that no start takes for somebody else's.</summary>
    private static void EnsureWritable(string folder)
    {
        var marker = Path.Combine(folder, DataFolderMarker.FileName);
        var probe = DataFolderMarker.Exists(folder)
            ? new FileStream(marker, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete)
            : new FileStream(Path.Combine(folder, $"wenlu.{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        probe.Dispose();
    }

    private static bool IsHeld(string path)
    {
        var file = Path.Combine(path, DataFolder.LockName);
        try
        {
            if (File.Exists(file))
                new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            return false;
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException))
        {
            return true;
        }
    }
}
