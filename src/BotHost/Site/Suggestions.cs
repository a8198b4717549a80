using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Site;

/// <summary>
/// Which questions to put before somebody who does not know what to ask: short ones, in their language first, of different
/// subjects; others tomorrow.
/// </summary>
internal static class Suggestions
{
    public const int Count = 6;

    /// <summary>Longer ones do not fit a phone's two lines.</summary>
    private const int Short = 30;

    public static IReadOnlyList<string> Choose(IEnumerable<KnowledgeDocument> questions, Language language, DateOnly day)
    {
        var shuffled = questions.OrderBy(question => question.Id, StringComparer.Ordinal).ToArray();
        // Chosen to be repeatable: the same day shows everyone the same questions.
#pragma warning disable CA5394
        new Random(day.DayNumber).Shuffle(shuffled);
#pragma warning restore CA5394
        return [.. shuffled
            .GroupBy(question => question.Tags is [var first, ..] ? first : null)
            .SelectMany(subject => subject.OrderBy(question => Rank(question, language)).Select((question, place) => (question, place)))
            .OrderBy(candidate => Languages.Of(candidate.question.Title) == language ? 0 : 1)
            .ThenBy(candidate => candidate.place)
            .ThenBy(candidate => Rank(candidate.question, language))
            .Select(candidate => candidate.question.Title)
            .Take(Count)];
    }

    private static int Rank(KnowledgeDocument question, Language language) =>
        (Languages.Of(question.Title) == language ? 0 : 2) + (Width(question.Title) <= Short * 2 ? 0 : 1);

    /// <summary>A Chinese character takes the place of two letters.</summary>
    private static int Width(string text) => text.Sum(character => character < '\u2E80' ? 1 : 2);
}
