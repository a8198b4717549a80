using System.Security.Cryptography;
using System.Text;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.BotHost.Knowledge.Curated;

/// <summary>
/// What a source says, in few characters: the revision's hash, by which most of what is unchanged is known at once, and the hash of
/// the passages that are named, which a change elsewhere in the document leaves alone.
/// </summary>
internal static class SourceState
{
    /// <summary>The passages under an anchor, or all of them.</summary>
    public static IReadOnlyList<Chunk> PassagesOf(StoredDocument stored, string? anchor) =>
        [.. MarkdownChunker.Cut(stored.Document.Title, stored.Document.Markdown).Where(chunk => anchor is null || chunk.Anchor == anchor)];

    /// <summary>Null when there is nothing under that anchor.</summary>
    public static string? Of(StoredDocument stored, string? anchor) => PassagesOf(stored, anchor) is { Count: > 0 } passages
        ? $"{stored.ContentHash}/{Hash(passages)}"
        : null;

    public static bool IsSameRevision(string state, StoredDocument facts) => state.StartsWith(facts.ContentHash + "/", StringComparison.Ordinal);

    public static bool IsSameText(string state, string? other) => other is not null && TextOf(state) == TextOf(other);

    private static string TextOf(string state) => state[(state.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string Hash(IEnumerable<Chunk> passages) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', passages.Select(passage => passage.Text)))))[..16];
}
