using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Desk.Published;

/// <summary>What stands on the site, and what would if its sources were open.</summary>
internal sealed class PublishedList(PublishedQuestions published, KnowledgeStore store)
{
    private const int PageSize = 25;

    /// <summary>Null for a page after the last.</summary>
    public async Task<PublishedModel?> ReadAsync(PublishedQuery query)
    {
        var all = published.All;
        var (changed, away) = (all.Where(IsOutdated).ToList(), all.Where(IsAway).ToList());
        var chosen = query.Kind switch
        {
            PublishedQuery.Changed => changed,
            PublishedQuery.Away => away,
            _ => all,
        };
        var found = query.Text is { } text ? chosen.Where(question => Says(question, text)).ToList() : chosen;
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        return query.Page > pages
            ? null
            : new(query, await Task.WhenAll(found.Skip((query.Page - 1) * PageSize).Take(PageSize).Select(RowAsync)), pages)
            {
                All = all.Count,
                Changed = changed.Count,
                Away = away.Count,
            };
    }

    public async Task<PublishedRow> RowAsync(PublishedQuestion question) => new(
        question,
        published.CountOf(question.Id),
        IsOutdated(question) ? published.SourcesChangedAt(question) : null,
        await Task.WhenAll(published.ClosedSources(question).Select(WhyAsync)));

    private async Task<ClosedSource> WhyAsync(string documentId) => new(
        documentId,
        await store.FindFactsAsync(new(Kinds.Document, documentId)) is { } document
            ? PublishedDeskTexts.SourceClosed.With(document.Document.Title)
            : PublishedDeskTexts.SourceGone.With(documentId));

    private bool IsOutdated(PublishedQuestion question) => !IsAway(question) && published.SourcesChangedAt(question) > question.AnsweredAt;

    private bool IsAway(PublishedQuestion question) => published.ClosedSources(question).Count > 0;

    private static bool Says(PublishedQuestion question, string text) =>
        question.Title.Contains(text, StringComparison.OrdinalIgnoreCase) || question.Lead.Contains(text, StringComparison.OrdinalIgnoreCase)
        || question.Tags.Any(tag => tag.Contains(text, StringComparison.OrdinalIgnoreCase));
}
