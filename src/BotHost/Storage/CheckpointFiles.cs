using System.Security.Cryptography;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// Digests of the files that the newest checkpoint consists of: Garnet reads a snapshot that was cut short without complaint,
/// and serves what is left. Older and unfinished checkpoints lie beside it until Garnet tidies up; they do not matter.
/// </summary>
internal static class CheckpointFiles
{
    public static IReadOnlyDictionary<string, string> Digest(string storeDirectory)
    {
        var checkpoints = Path.Combine(storeDirectory, "Store", "checkpoints");
        DirectoryInfo?[] parts = [Newest(Path.Combine(checkpoints, "cpr-checkpoints")), Newest(Path.Combine(checkpoints, "index-checkpoints"))];
        return parts.OfType<DirectoryInfo>().SelectMany(part => part.EnumerateFiles())
            .ToDictionary(file => Path.GetRelativePath(storeDirectory, file.FullName), file => DigestFile(file.FullName));
    }

    public static bool Match(string storeDirectory, IReadOnlyDictionary<string, string> expected) =>
        expected.All(file => Path.Combine(storeDirectory, file.Key) is var path && File.Exists(path) && DigestFile(path) == file.Value);

    /// <summary>The description is what a checkpoint writes last. A snapshot may rest on an index older than itself.</summary>
    private static DirectoryInfo? Newest(string directory) =>
        Directory.Exists(directory)
            ? new DirectoryInfo(directory).EnumerateFiles("info.dat.*", SearchOption.AllDirectories).MaxBy(file => file.LastWriteTimeUtc)?.Directory
            : null;

    private static string DigestFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
