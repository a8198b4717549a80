using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Cards.Actions;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Desk.Feedback;

/// <summary>What people said of answers, gathered by question from cards and pages.</summary>
internal sealed class FeedbackList(VotedAnswers voted, AnswerMarks marks, PublishedQuestions published, QuestionCounts counts, GapStore gaps, KnowledgeStore store)
{
    private const int PageSize = 25;
    private const int MostReasons = 10;

    /// <summary>Null for a page after the last.</summary>
    public async Task<FeedbackModel?> ReadAsync(FeedbackQuery query, Language language)
    {
        var topics = (await TopicsAsync(language)).Where(topic => Matches(topic, query)).ToList();
        var pages = Math.Max(1, (topics.Count + PageSize - 1) / PageSize);
        return query.Page > pages
            ? null
            : new(query, await Task.WhenAll(topics.Skip((query.Page - 1) * PageSize).Take(PageSize).Select(WithLinksAsync)), pages);
    }

    /// <summary>The newest vote first.</summary>
    private async Task<IReadOnlyList<FeedbackTopic>> TopicsAsync(Language language)
    {
        var cards = await Task.WhenAll((await voted.ListAsync()).Select(answer => OnCardAsync(answer, language)));
        var topics = cards.Concat(await OnSiteAsync()).Where(topic => topic.Up + topic.Down + topic.Useful + topic.NotUseful > 0)
            .GroupBy(topic => Slug.Wording(topic.Question), StringComparer.Ordinal).Select(Together);
        var waiting = Waiting(await gaps.ListAsync());
        return
        [
            .. topics.Select(topic => topic with { GapId = waiting.GetValueOrDefault(Slug.Wording(topic.Question)) })
                .OrderByDescending(topic => topic.LastAt ?? DateTimeOffset.MinValue).ThenByDescending(topic => topic.Against),
        ];
    }

    private async Task<FeedbackTopic> OnCardAsync(VotedAnswer answer, Language language)
    {
        var (votes, reasons) = (marks.VotesAsync(answer.Id), marks.ReasonsAsync(answer.Id));
        var down = (await votes).Values.Count(vote => vote == Votes.Down);
        var said = (await reasons).Values.Select(reason => ReasonForm.InWords(reason, language));
        return new(answer.Question, (await votes).Count - down, down, 0, 0, [.. said], answer.At)
        {
            Documents = [.. answer.Documents.Select(document => new BehindAnswer(document.Key, document.Value, null))],
        };
    }

    private async Task<IEnumerable<FeedbackTopic>> OnSiteAsync()
    {
        var (numbers, at) = (counts.ReadAsync(), counts.VotedAtAsync());
        var (read, last) = (await numbers, await at);
        return published.All.Where(question => read.ContainsKey(question.Id)).Select(question => new FeedbackTopic(
            question.Title, 0, 0, (int)read[question.Id].Helpful, (int)read[question.Id].Unhelpful, [], last.TryGetValue(question.Id, out var when) ? when : null)
        {
            Documents = [.. question.Sources.Select(source => new BehindAnswer(source, source, null))],
            PublishedId = question.Id,
        });
    }

    private static FeedbackTopic Together(IEnumerable<FeedbackTopic> same)
    {
        var all = same.ToList();
        return new(
            all[0].Question, all.Sum(topic => topic.Up), all.Sum(topic => topic.Down), all.Sum(topic => topic.Useful), all.Sum(topic => topic.NotUseful),
            [.. all.SelectMany(topic => topic.Reasons).Take(MostReasons)], all.Max(topic => topic.LastAt))
        {
            Documents = [.. all.SelectMany(topic => topic.Documents).DistinctBy(document => document.DocumentId)],
            PublishedId = all.Select(topic => topic.PublishedId).FirstOrDefault(id => id is not null),
        };
    }

    private static Dictionary<string, string> Waiting(IEnumerable<Gap> gaps) => gaps.Where(gap => gap.State == GapState.Open)
        .SelectMany(gap => gap.Wordings.Prepend(gap.Question).Select(wording => (wording: Slug.Wording(wording), gap.Id)))
        .GroupBy(pair => pair.wording, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Id, StringComparer.Ordinal);

    private static bool Matches(FeedbackTopic topic, FeedbackQuery query) =>
        query.Kind switch
        {
            FeedbackQuery.Down => topic.Against > 0,
            FeedbackQuery.Written => topic.Reasons.Count > 0,
            _ => true,
        }
        && (query.Text is not { } text || topic.Reasons.Prepend(topic.Question).Any(said => said.Contains(text, StringComparison.OrdinalIgnoreCase)));

    private async Task<FeedbackTopic> WithLinksAsync(FeedbackTopic topic)
    {
        var documents = await Task.WhenAll(topic.Documents.Select(async document =>
            DocumentId.IsValid(document.DocumentId) && await store.FindFactsAsync(new(Kinds.Document, document.DocumentId)) is { } stored
                ? new BehindAnswer(document.DocumentId, stored.Document.Title, stored.Address)
                : document));
        return topic with { Documents = documents };
    }
}
