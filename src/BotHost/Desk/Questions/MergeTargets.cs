using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;
using Wenlu.BotHost.Publication;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Desk.Questions;

/// <summary>What a waiting question may be the same as: another that waits, an official answer, a page of the site.</summary>
internal sealed class MergeTargets(GapDesk desk, KnowledgeIndex index, KnowledgeStore store, PublishedQuestions published, PageAnswers answers)
{
    public const string OfGap = "gap:";

    private const string OfAnswer = "answer:";
    private const string OfQuestion = "question:";
    private const int MostOfAKind = 5;

    /// <summary>Those closest to a text first.</summary>
    public async Task<IReadOnlyList<MergeTarget>> FindAsync(Gap gap, string text)
    {
        var terms = Terms.Of(text);
        var gaps = (await desk.OpenAsync()).Where(other => other.Id != gap.Id)
            .Select(other => (other, likeness: other.Wordings.Prepend(other.Question).Max(wording => Terms.Overlap(terms, wording))))
            .Where(pair => pair.likeness > 0).OrderByDescending(pair => pair.likeness).Take(MostOfAKind)
            .Select(pair => new MergeTarget(OfGap + pair.other.Id, pair.other.Question, QuestionDeskTexts.OtherGap));
        var official = (await SearchAsync(Kinds.Answer, text)).Where(hit => !PageAnswers.IsOfPage(hit.DocumentId)).Select(hit => new MergeTarget(OfAnswer + hit.DocumentId, hit.Title, QuestionDeskTexts.OfficialAnswer));
        var pages = (await SearchAsync(Kinds.Question, text)).Where(hit => published.Find(hit.DocumentId) is not null)
            .Select(hit => new MergeTarget(OfQuestion + hit.DocumentId, hit.Title, QuestionDeskTexts.PublishedPage));
        return [.. gaps, .. official, .. pages];
    }

    /// <summary>Null for what is no target.</summary>
    public async Task<GapDeed?> MergeAsync(string id, string target, string by, CancellationToken cancellationToken)
    {
        var colon = target.IndexOf(':', StringComparison.Ordinal) + 1;
        var name = target[colon..];
        return target[..colon] switch
        {
            OfGap => await desk.MergeAsync(id, name, by),
            OfAnswer => await desk.AnswerWithAsync(id, name, by, cancellationToken),
            OfQuestion when await MakeOfficialAsync(name, by, cancellationToken) => await desk.AnswerWithAsync(id, PageAnswers.IdOf(name), by, cancellationToken),
            _ => null,
        };
    }

    /// <summary>A page answers nobody in a chat; as an official answer its text does.</summary>
    private async Task<bool> MakeOfficialAsync(string id, string by, CancellationToken cancellationToken) =>
        DocumentId.IsValid(id) && published.Find(id) is not null && await store.FindAsync(new(Kinds.Question, id)) is { IsPublic: true, Document: var page }
        && await answers.TryMakeAsync(page, by, cancellationToken);

    private async Task<IEnumerable<Hit>> SearchAsync(string kind, string text) =>
        (await index.SearchAsync(new SearchQuery(text) { TopK = MostOfAKind * 2, Kind = kind }, CancellationToken.None)).Hits.DistinctBy(hit => hit.DocumentId).Take(MostOfAKind);
}
