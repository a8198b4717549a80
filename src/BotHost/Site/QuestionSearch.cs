using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;
using Wenlu.Retrieval.Related;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Site;

/// <summary>Finds published questions: by what was typed so far, and beside another question.</summary>
internal sealed class QuestionSearch(KnowledgeIndex index, PublishedQuestions published, RelatedFound related)
{
    public const int MostFound = 50;

    private const int MostRelated = 8;
    private const int Candidates = 24;

    /// <summary>With fewer, those about the same subject are shown too.</summary>
    private const int FewRelated = 4;

    /// <summary>Scores add up the words in common: with half of the best one's, another question is about something else.</summary>
    private const double LeastShareOfBest = 0.5;

    /// <summary>Those that hold the text as it is first, since its last word may not be finished; then what the search finds.</summary>
    public async Task<IReadOnlyList<PublishedQuestion>> FindAsync(string text, string? tag, int count, CancellationToken cancellationToken)
    {
        var lists = published.Lists;
        var among = string.IsNullOrEmpty(tag) ? lists.Newest : lists.ByTag.GetValueOrDefault(tag) ?? [];
        var wording = Slug.Wording(text);
        var holding = wording.Length == 0 ? [] : among.Where(question => question.Wording.Contains(wording, StringComparison.Ordinal)).Take(count).ToList();
        if (holding.Count == count || !index.IsCaughtUp)
            return holding;
        var found = await SearchAsync(text, MostFound, cancellationToken);
        return [.. holding.Concat(found.Where(hit => hit.Score >= found[0].Score * LeastShareOfBest).Select(hit => published.Find(hit.DocumentId)).OfType<PublishedQuestion>()
            .Where(question => string.IsNullOrEmpty(tag) || question.Tags.Contains(tag))).DistinctBy(question => question.Id).Take(count)];
    }

    public async Task<IReadOnlyList<PublishedQuestion>> RelatedAsync(PublishedQuestion question, CancellationToken cancellationToken)
    {
        if (!index.IsCaughtUp)
            return [];
        // Another reader's page may be waiting for it too: it is not given up with this one.
        return await related.OfAsync(question.Id, () => FindRelatedAsync(question)).WaitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<PublishedQuestion>> FindRelatedAsync(PublishedQuestion question)
    {
        var hits = await SearchAsync(question.Title, Candidates, CancellationToken.None);
        var alike = RelatedQuestions.Choose([question.Title], hits, MostRelated, index.Glossary)
            .Select(hit => published.Find(hit.DocumentId)).OfType<PublishedQuestion>().Where(other => other.Id != question.Id).ToList();
        return alike.Count >= FewRelated ? alike : [.. alike.Concat(SameSubject(question)).DistinctBy(other => other.Id).Take(FewRelated)];
    }

    private IEnumerable<PublishedQuestion> SameSubject(PublishedQuestion question) =>
        question.Tags.SelectMany(tag => published.Lists.ByTag.GetValueOrDefault(tag) ?? []).Where(other => other.Id != question.Id);

    private async Task<IReadOnlyList<Hit>> SearchAsync(string text, int count, CancellationToken cancellationToken) =>
        (await index.SearchAsync(new SearchQuery(text) { TopK = count, Kind = Kinds.Question, Access = SiteEndpoints.Public }, cancellationToken)).Hits;
}
