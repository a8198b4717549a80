using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Answers;

/// <summary>A source that an answer names itself, as a reference: the passage under its anchor, or the document's first.</summary>
internal static class NamedSource
{
    /// <summary>Null when there is nothing under that anchor any more.</summary>
    public static Reference? Read(StoredDocument stored, string source, int number) => SourceState.PassagesOf(stored, SourceNames.AnchorOf(source))
        .Select(chunk => new Hit(stored.Document.Id, stored.Document.Title, chunk.Headings, chunk.Text, 0)
        {
            Url = stored.Address,
            Anchor = chunk.Anchor,
            UpdatedAt = stored.UpdatedAt,
        })
        .Select(hit => new Reference(number, hit.DocumentId, hit.Title, hit.Headings, hit.Text, Passages.UrlOf(hit), hit.UpdatedAt))
        .FirstOrDefault();
}
