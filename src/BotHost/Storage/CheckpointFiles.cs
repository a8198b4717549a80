using System.Security.Cryptography;

namespace Wenlu.BotHost.Storage;

/// <summary>Digests of a checkpoint's files: Garnet reads a snapshot that was cut short without complaint, and serves what is left.</summary>
internal static class CheckpointFiles
{
    public static IReadOnlyDictionary<string, string> Digest(string storeDirectory)
    {
        var checkpoints = new DirectoryInfo(Path.Combine(storeDirectory, "Store", "checkpoints"));
        return checkpoints.Exists
            ? checkpoints.EnumerateFiles("*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(storeDirectory, file.FullName), file => Digest(file))
            : new Dictionary<string, string>();
    }

    public static bool Match(string storeDirectory, IReadOnlyDictionary<string, string> expected)
    {
        var found = Digest(storeDirectory);
        return found.Count == expected.Count && expected.All(file => found.GetValueOrDefault(file.Key) == file.Value);
    }

    private static string Digest(FileInfo file)
    {
        using var stream = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
