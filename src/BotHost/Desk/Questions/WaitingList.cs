using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Desk.Questions;

/// <summary>What waits for an editor, searched, filtered and cut into pages.</summary>
internal sealed class WaitingList(GapStore gaps, GapDesk desk, CandidateDesk candidates)
{
    private const int PageSize = 25;
    private const int Often = 2;

    /// <summary>Null for a page after the last.</summary>
    public async Task<WaitingModel?> ReadAsync(WaitingQuery query, Language language)
    {
        var (open, given) = (await desk.OpenAsync(), await candidates.ListAsync());
        var shownGaps = query.IsOfAnswers ? [] : (query.Kind == WaitingQuery.Closed ? await ClosedAsync() : open).Where(gap => Matches(gap, query)).ToList();
        var good = given.Where(IsGood).ToList();
        var shownAnswers = query.Kind switch
        {
            WaitingQuery.Good => Matching(good, query),
            WaitingQuery.Given => Matching(given, query),
            _ => [],
        };
        var pages = Math.Max(1, (shownGaps.Count + shownAnswers.Count + PageSize - 1) / PageSize);
        return query.Page > pages
            ? null
            : new(query, [.. Cut(shownGaps, query).Select(gap => GapViews.Of(gap, language))], [.. Cut(shownAnswers, query).Select(Of)], pages)
            {
                Open = open.Count,
                Good = good.Count,
            };
    }

    public static WaitingAnswer Of(VotedCandidate voted) => new(
        voted.Candidate.Id, voted.Candidate.Answer.StandaloneQuestion, Lead.Of(voted.Candidate.Answer.Markdown), voted.Candidate.Count, voted.Up, voted.Down, voted.Candidate.At);

    private static bool IsGood(VotedCandidate voted) => voted.Up >= voted.Down && (voted.Up > voted.Down || voted.Candidate.Count >= Often);

    private async Task<IReadOnlyList<Gap>> ClosedAsync() =>
        [.. (await gaps.ListAsync()).Where(gap => gap.State != GapState.Open).OrderByDescending(gap => gap.ClosedAt)];

    private static bool Matches(Gap gap, WaitingQuery query) =>
        (query.GapKind is not { } kind || gap.Kinds.ContainsKey(kind))
        && (query.Text is not { } text || gap.Wordings.Prepend(gap.Question).Any(wording => wording.Contains(text, StringComparison.OrdinalIgnoreCase)));

    private static IReadOnlyList<VotedCandidate> Matching(IEnumerable<VotedCandidate> all, WaitingQuery query) =>
        [.. all.Where(voted => query.Text is not { } text || voted.Candidate.Answer.StandaloneQuestion.Contains(text, StringComparison.OrdinalIgnoreCase))];

    private static IEnumerable<T> Cut<T>(IEnumerable<T> all, WaitingQuery query) => all.Skip((query.Page - 1) * PageSize).Take(PageSize);
}
