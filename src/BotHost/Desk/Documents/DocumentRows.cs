using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>What the list shows of a document, and what it can be narrowed by.</summary>
internal static class DocumentRows
{
    private const int MostTags = 200;
    private const string PushedPrefix = "pushed:";

    public static DocumentRow Of(FoundDocument found, DateTimeOffset? staleSince) => new(
        found.Stored.Document.Id, found.Stored.Document.Title, found.Stored.Document.Tags, AudienceForm.InWords(found.Stored.Document.Audience),
        NameOf(found.Stored))
    {
        Editor = found.Stored.Editor == KnowledgeStore.MirrorEditor ? string.Empty : found.Stored.Editor,
        ChangedAt = found.Stored.UpdatedAt,
        Size = found.Stored.Size,
        IsStale = IsStale(found.Stored, staleSince),
        Passage = found.Passage,
    };

    /// <summary>A glossary is not out of date by its age.</summary>
    public static bool IsStale(StoredDocument stored, DateTimeOffset? staleSince) => stored.UpdatedAt < staleSince && stored.Document.Key != GlossaryDocument.Key;

    public static Bilingual NameOf(StoredDocument stored) => NameOf(DocumentFilter.FromOf(stored), DocumentOrigins.Of(stored));

    public static IReadOnlyList<Choice> Tags(IReadOnlyList<StoredDocument> all) =>
    [
        .. all.SelectMany(stored => stored.Document.Tags).CountBy(tag => tag).OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key, StringComparer.Ordinal)
            .Take(MostTags).Select(tag => new Choice(tag.Key, new(tag.Key, tag.Key), tag.Value)),
    ];

    public static IReadOnlyList<Choice> Origins(IReadOnlyList<StoredDocument> all) =>
    [
        .. all.GroupBy(DocumentFilter.FromOf).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Choice(group.Key, NameOf(group.Key, DocumentOrigins.Of(group.First())), group.Count())),
    ];

    private static Bilingual NameOf(string from, DocumentOrigin origin)
    {
        var name = DocumentOrigins.Name(origin);
        return origin == DocumentOrigin.Pushed
            ? new($"{name.Chinese}：{from[PushedPrefix.Length..]}", $"{name.English}: {from[PushedPrefix.Length..]}")
            : name;
    }
}
