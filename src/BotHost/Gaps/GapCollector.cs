using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Knowledge;
using Wenlu.Retrieval.Related;

namespace Wenlu.BotHost.Gaps;

/// <summary>
/// Gathers the questions that editors should look at: nothing found, not sure, or disliked. It comes after the answer, which it must
/// not cost anything.
/// </summary>
internal sealed partial class GapCollector(GapStore store, KnowledgeIndex index, TimeProvider time, ILogger<GapCollector> logger)
{
    private const int LongestWording = 500;

    /// <param name="asked">Null for a visitor of the site, whom nobody can tell.</param>
    /// <param name="key">The same for every attempt at the same question, and for asking it again in other words.</param>
    public Task AnsweredAsync(Asked? asked, string key, Answer answer) => TryAsync(async () =>
    {
        if (KindOf(answer) is { } kind)
            await PlaceAsync(new GapAsk(key, WordingOf(answer), time.GetUtcNow()) { Asked = asked, Kinds = [kind] });
    });

    /// <param name="reason">Empty for a vote alone.</param>
    public Task DislikedAsync(GivenAnswer given, string openId, string reason) => TryAsync(async () =>
    {
        if (given.Asked is not { } asked)
            return;
        await PlaceAsync(new GapAsk(asked.Origin, WordingOf(given.Answer), given.At)
        {
            Asked = asked,
            Kinds = [GapKind.Disliked],
            Dislikes = new Dictionary<string, string> { [openId] = reason },
        });
    });

    /// <summary>An editor finds that a question needs an answer; nobody is told of it later.</summary>
    /// <returns>The gap that it stands in.</returns>
    public async Task<Gap?> RaiseAsync(string question, string key)
    {
        await PlaceAsync(new GapAsk(key, CardText.Label(question, LongestWording), time.GetUtcNow()) { Kinds = [GapKind.Disliked] });
        return (await store.ListAsync()).FirstOrDefault(gap => Gathers(gap) && gap.Asks.Any(ask => ask.Key == key));
    }

    public Task DislikesNoMoreAsync(GivenAnswer given, string openId) => TryAsync(async () =>
    {
        if (given.Asked is { } asked && await FindAsync(asked.Origin) is { } gap)
            await store.ChangeAsync(gap.Id, changing => changing.WithoutDislike(asked.Origin, openId));
    });

    /// <summary>A question was taken back, and nothing is left of it here either.</summary>
    public async Task ForgetAsync(string key)
    {
        if (await FindAsync(key) is { } gap)
            await store.ChangeAsync(gap.Id, changing => changing.Without(key));
    }

    private async Task<Gap?> FindAsync(string key) => (await store.ListAsync()).FirstOrDefault(gap => gap.Asks.Any(ask => ask.Key == key));

    private Task PlaceAsync(GapAsk ask) => store.PlaceAsync(ask, gaps => PlaceOf(ask, gaps)?.Id);

    /// <summary>Where it was counted before; else among those that say nearly the same. What was answered and is asked again begins anew.</summary>
    private Gap? PlaceOf(GapAsk ask, IReadOnlyList<Gap> gaps) =>
        gaps.FirstOrDefault(gap => Gathers(gap) && gap.Asks.Any(known => known.Key == ask.Key))
        ?? gaps.FirstOrDefault(gap => Gathers(gap) && gap.Same.Prepend(gap.Question).Any(wording => SameQuestion.IsNear(wording, ask.Wording, index.Glossary)));

    private static bool Gathers(Gap gap) => gap.State is GapState.Open or GapState.Dismissed;

    private static GapKind? KindOf(Answer answer) => answer.Outcome == Outcome.NotFound ? GapKind.NotFound : answer.IsUnsure ? GapKind.Unsure : null;

    private static string WordingOf(Answer answer) => CardText.Label(answer.StandaloneQuestion, LongestWording);

    private async Task TryAsync(Func<Task> gather)
    {
        try
        {
            await gather();
        }
        catch (Exception exception)
        {
            Log.NotGathered(logger, exception.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A question for the editors was not gathered ({Failure}).")]
        public static partial void NotGathered(ILogger logger, string failure);
    }
}
