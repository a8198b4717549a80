using System.Text.Json.Serialization;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Publication;

/// <summary>A good answer that was given and is not on the site. It does not say who asked, nor where.</summary>
/// <param name="Id">The id that the question has once it is published.</param>
/// <param name="Answer">As it was given last.</param>
internal sealed record Candidate(string Id, Answer Answer, DateTimeOffset At)
{
    /// <summary>How many answers on cards are remembered, for their votes.</summary>
    public const int MostAnswers = 50;

    public int Count { get; init; }

    /// <summary>The ids of the answers on cards, the newest last; a visitor's has none.</summary>
    public IReadOnlyList<string> Answers { get; init => field = value ?? []; } = [];

    /// <summary>Which of them gave the text; null for a visitor's.</summary>
    public string? TextOf { get; init; }

    /// <summary>Who does not want it on the site; null while it waits.</summary>
    public string? DiscardedBy { get; init; }

    public DateTimeOffset? DiscardedAt { get; init; }

    /// <summary>Given once more. The same answer again, as after a crash, is one.</summary>
    /// <param name="candidate">As it was; null for the first.</param>
    /// <param name="answer">Without what belongs to its asker's conversation.</param>
    /// <param name="answerId">Of the answer on a card; null for a visitor's.</param>
    /// <param name="isRepetition">The same asker wanted other words.</param>
    public static Candidate Given(Candidate? candidate, Answer answer, DateTimeOffset at, string? answerId, bool isRepetition)
    {
        var bare = answer with { Related = [], Suggestions = [] };
        var known = candidate ?? new Candidate(PublicationRule.IdOf(answer.StandaloneQuestion), bare, at);
        var isKnown = answerId is not null && known.Answers.Contains(answerId);
        return known with
        {
            Answer = bare,
            At = at,
            TextOf = answerId,
            Count = known.Count + (isKnown || (isRepetition && known.Count > 0) ? 0 : 1),
            Answers = answerId is null || isKnown ? known.Answers : [.. known.Answers.TakeLast(MostAnswers - 1), answerId],
        };
    }

    /// <summary>A question was taken back: with it goes what was said to it, and with the last of its askings everything.</summary>
    public static Candidate? Without(Candidate candidate, string answerId) => candidate switch
    {
        _ when !candidate.Answers.Contains(answerId) => candidate,
        { Count: <= 1 } => null,
        _ when candidate.TextOf == answerId => null,
        _ => candidate with { Answers = [.. candidate.Answers.Where(id => id != answerId)], Count = candidate.Count - 1 },
    };
}

[JsonSerializable(typeof(Candidate))]
internal sealed partial class CandidateJson : JsonSerializerContext;
