using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Conversations;

/// <summary>What was said before a question, as far as the question can mean it.</summary>
internal sealed class ConversationHistory(ConversationStore conversations, AnswerStore given, StandingAnswers standing, AnswerSources sources)
{
    /// <summary>Older ones are seldom meant, and every look costs the reading of documents.</summary>
    private const int Checked = 3;

    /// <summary>Replying to one of the bot's cards, or to the question that it answered, continues that answer, wherever the conversation has gone since.</summary>
    /// <param name="repliedTo">The id of the message that the question replies to.</param>
    /// <param name="labels">Of those who will read the answer: what they may not read any more is not gone on from.</param>
    public async Task<IReadOnlyList<Turn>> BeforeAsync(Asked asked, string? repliedTo, IReadOnlyCollection<string> labels)
    {
        var turns = await CurrentAsync(await conversations.ReadKeyedAsync(asked.Conversation, asked.Key));
        return repliedTo is not null && await given.FindAboutAsync(repliedTo) is { } quoted && await standing.MayBeRepeatedAsync(quoted.Answer, labels)
            ? [.. turns.Where(turn => turn.Question != quoted.Question), await QuoteAsync(quoted)]
            : turns;
    }

    /// <summary>Of what was answered from documents that say something else by now, only the questions are left.</summary>
    private async Task<IReadOnlyList<Turn>> CurrentAsync(IReadOnlyList<KeyValuePair<string, Turn>> turns) =>
        [.. turns.SkipLast(Checked).Select(turn => turn.Value), .. await Task.WhenAll(turns.TakeLast(Checked).Select(CurrentAsync))];

    private async Task<Turn> CurrentAsync(KeyValuePair<string, Turn> turn) =>
        await given.FindAsync(AnswerStore.IdFor(turn.Key)) is { } answer && await sources.HaveChangedAsync(answer.Answer)
            ? turn.Value with { Answer = AnswerTexts.SourcesChanged.In(answer.Answer.Language) }
            : turn.Value;

    private async Task<Turn> QuoteAsync(GivenAnswer quoted) => new(
        quoted.Question,
        await sources.HaveChangedAsync(quoted.Answer) ? AnswerTexts.SourcesChanged.In(quoted.Answer.Language) : WithSources(quoted.Answer),
        quoted.At);

    /// <summary>Who replies to an answer may mean one of its sources.</summary>
    private static string WithSources(Answer answer) => answer.References.Count == 0
        ? answer.Markdown
        : $"{answer.Markdown}\n({string.Join("; ", answer.References.Select(reference => string.Join(" › ", reference.Headings.Prepend(reference.Title))))})";
}
