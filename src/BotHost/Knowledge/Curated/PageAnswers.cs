namespace Wenlu.BotHost.Knowledge.Curated;

/// <summary>
/// Official answers that are the text of a page of the site, for questions that are the same as its own. They are written with the
/// page and go with it, and are given, as the page is, to those alone who may read everything behind them.
/// </summary>
internal sealed class PageAnswers(CuratedAnswers answers, DocumentWriter writer, KnowledgeStore store, RevisionStore revisions)
{
    private const string Prefix = "page-";

    public static string IdOf(string pageId) => Prefix + pageId;

    public static bool IsOfPage(string answerId) => answerId.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What is there already stays.</summary>
    public async Task<bool> TryMakeAsync(KnowledgeDocument page, string by, CancellationToken cancellationToken)
    {
        var id = IdOf(page.Id);
        return DocumentId.IsValid(id)
            && await answers.WriteAsync(id, DraftOf(page, []), Precondition.Absent, by, cancellationToken) is { Problem: null or { Status: StatusCodes.Status412PreconditionFailed } };
    }

    /// <summary>The page says something else now.</summary>
    public async Task FollowAsync(KnowledgeDocument page, string by, CancellationToken cancellationToken)
    {
        if (await FindAsync(page.Id) is { Document.Curation: { } curation } stored)
            await answers.WriteAsync(stored.Document.Id, DraftOf(page, curation.Paraphrases), Precondition.OneOf([stored.Revision]), by, cancellationToken);
    }

    public async Task RemoveAsync(string pageId, string by, CancellationToken cancellationToken)
    {
        if (await FindAsync(pageId) is { } stored)
            await answers.DeleteAsync(stored.Document.Id, Precondition.None, by, cancellationToken);
    }

    /// <summary>The page is back, and with it what it answered.</summary>
    public async Task RestoreAsync(string pageId, string by, CancellationToken cancellationToken)
    {
        var key = new DocumentKey(Kinds.Answer, IdOf(pageId));
        if (await revisions.FindAsync(key) is { Current: null, Past: [var last, ..] } && await revisions.FindAsync(key, last.Revision) is { } past)
            await writer.RestoreAsync(past, Precondition.Absent, by, cancellationToken);
    }

    /// <summary>Whether it may be given to these readers; what an editor wrote for them may, whatever it rests on.</summary>
    public async Task<bool> IsOpenAsync(KnowledgeDocument answer, IReadOnlyCollection<string>? access)
    {
        if (access is null || !IsOfPage(answer.Id))
            return true;
        var sources = await Task.WhenAll(answer.Sources.Select(source => store.FindFactsAsync(new(Kinds.Document, SourceNames.IdOf(source)))));
        return sources.All(source => source?.Document.Audience.Opens(access) is true);
    }

    private async Task<StoredDocument?> FindAsync(string pageId) =>
        DocumentId.IsValid(IdOf(pageId)) ? await store.FindAsync(new(Kinds.Answer, IdOf(pageId))) : null;

    private static CuratedDraft DraftOf(KnowledgeDocument page, IReadOnlyList<string> paraphrases) =>
        new(page.Title, page.Markdown, Audience.Everyone) { Sources = page.Sources, Paraphrases = [.. paraphrases.Where(wording => wording != page.Title)] };
}
