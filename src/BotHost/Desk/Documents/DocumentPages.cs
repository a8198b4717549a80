using System.Net;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Gathers what the desk shows of one document: how it stands, what it says, what it was.</summary>
internal sealed class DocumentPages(KnowledgeStore store, RevisionStore revisions, KnowledgeIndex index, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    /// <summary>Null for what never was.</summary>
    public async Task<DocumentPageModel?> FindAsync(DocumentKey key, Language language)
    {
        if (!DocumentId.IsValid(key.Id) || await revisions.FindAsync(key) is not { } history)
            return null;
        var current = await store.FindAsync(key);
        var title = (current ?? history.Past[0]).Document.Title;
        return new(PathOf(key), key.Id, title, current is null ? null : FactsOf(current), current is null ? string.Empty : Html(current.Document), Rows(history))
        {
            DeletedBy = history.Deleted?.Editor,
            DeletedAt = history.Deleted?.At,
            Warnings = current is null ? [] : GlossaryDocument.WarningsOf(current.Document, language) ?? [],
        };
    }

    public static string PathOf(DocumentKey key) => $"{(key.Kind == Kinds.Answer ? DeskEndpoints.Root + "/answers" : DeskSections.Documents)}/{key.Id}";

    /// <summary>Of what the audit log names; null for what has no page of its own here, not even after it was deleted.</summary>
    public static string? PathOf(string subject) =>
        subject.Contains(':', StringComparison.Ordinal) && DocumentKey.Parse(subject) is { Kind: Kinds.Document or Kinds.Answer } key ? PathOf(key) : null;

    /// <summary>As readers see it.</summary>
    public static string Html(KnowledgeDocument document) => document switch
    {
        { Kind: Kinds.Answer } => SiteMarkdown.Draft(document.Markdown),
        { Id: GlossaryDocument.Id } => $"<pre tabindex=\"0\">{WebUtility.HtmlEncode(document.Markdown)}</pre>",
        _ => SiteMarkdown.Document(document.Title, document.Markdown),
    };

    public static IReadOnlyList<RevisionRow> Rows(History history) =>
    [
        .. history.Current is { } current ? (RevisionRow[])[RowOf(current, isCurrent: true)] : [],
        .. history.Past.Select(past => RowOf(past, isCurrent: false)),
    ];

    public static RevisionRow RowOf(StoredDocument stored, bool isCurrent) =>
        new(stored.Revision, stored.Document.Title, stored.Editor, stored.WrittenAt, stored.Size, isCurrent);

    private DocumentStanding FactsOf(StoredDocument stored) => new(
        stored.Document.Id, stored.Document.Title, stored.Revision, AudienceForm.InWords(stored.Document.Audience), DocumentRows.NameOf(stored),
        index.ChunkCountOf(stored.Document.Key), index.HasReached(stored.Change))
    {
        Url = stored.Document.Url,
        PublicPath = stored.IsPublic && stored.Document.Key != GlossaryDocument.Key ? $"/documents/{stored.Document.Id}" : null,
        Tags = stored.Document.Tags,
        Editor = stored.Editor,
        WrittenAt = stored.WrittenAt,
        UpdatedAt = stored.UpdatedAt,
        Size = stored.Size,
        IsStale = DocumentRows.IsStale(stored, time.GetUtcNow() - options.Value.StaleAfter),
        Lock = DocumentOrigins.WhyLocked(stored),
        IsDeletable = DocumentOrigins.IsDeletable(stored),
    };
}
