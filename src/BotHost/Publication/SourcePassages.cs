using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;
using Wenlu.Retrieval.Chunking;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Publication;

/// <summary>Finds the passage of a document that an answer rests on, in the document as it is now.</summary>
internal static class SourcePassages
{
    /// <summary>The anchor of a passage that was shown; of its heading when the text has changed since.</summary>
    public static string? AnchorOf(StoredDocument stored, Reference reference)
    {
        var chunks = SourceState.PassagesOf(stored, anchor: null);
        return (chunks.FirstOrDefault(chunk => chunk.Text == reference.Text)
            ?? chunks.FirstOrDefault(chunk => chunk.Headings.SequenceEqual(reference.Headings)))?.Anchor;
    }

    /// <summary>Under an anchor, or anywhere without one, the passage that says most of what is claimed; null when the anchor is gone.</summary>
    public static Reference? Find(StoredDocument stored, IReadOnlyList<Chunk> chunks, string? anchor, string? claim, int number)
    {
        var asked = Terms.Of(claim ?? string.Empty);
        var candidates = Candidates(stored, chunks, anchor);
        var best = candidates.Count > 1 && asked.Count > 0 ? candidates.MaxBy(chunk => Terms.Overlap(asked, chunk.Text)) : candidates is [var first, ..] ? first : null;
        return best is null ? null : ToReference(stored, best, number);
    }

    /// <summary>A heading may have no passage of its own, when its section was joined with another: then it is one of the document's.</summary>
    private static IReadOnlyList<Chunk> Candidates(StoredDocument stored, IReadOnlyList<Chunk> chunks, string? anchor)
    {
        var own = chunks.Where(chunk => anchor is null || chunk.Anchor == anchor).ToList();
        return own.Count == 0 && DocumentAnchors.Of(stored.Document.Markdown).Contains(anchor) ? chunks : own;
    }

    private static Reference ToReference(StoredDocument stored, Chunk chunk, int number)
    {
        var hit = new Hit(stored.Document.Id, stored.Document.Title, chunk.Headings, chunk.Text, 0) { Url = stored.Address, Anchor = chunk.Anchor };
        return new(number, stored.Document.Id, stored.Document.Title, chunk.Headings, chunk.Text, Passages.UrlOf(hit), stored.UpdatedAt);
    }
}
