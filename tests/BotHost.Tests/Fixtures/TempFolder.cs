namespace Wenlu.BotHost.Tests.Fixtures;

/// <summary>A folder of its own for a test, gone with it.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("wenlu-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public long Bytes => new DirectoryInfo(Path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    public void CopyTo(string other)
    {
        foreach (var folder in Directory.EnumerateDirectories(Path, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(folder.Replace(Path, other, StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Where(IsData))
            File.Copy(file, file.Replace(Path, other, StringComparison.Ordinal), overwrite: true);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static bool IsData(string file) => !file.EndsWith(".sock", StringComparison.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal);
}
