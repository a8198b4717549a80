using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Conversations;

/// <summary>What was said before a question, as far as the question can mean it.</summary>
internal sealed class ConversationHistory(ConversationStore conversations, AnswerStore given)
{
    /// <summary>Replying to one of the bot's cards, or to the question that it answered, continues that answer, wherever the conversation has gone since.</summary>
    /// <param name="repliedTo">The id of the message that the question replies to.</param>
    public async Task<IReadOnlyList<Turn>> BeforeAsync(Asked asked, string? repliedTo)
    {
        var turns = await conversations.ReadAsync(asked.Conversation, asked.Key);
        return repliedTo is not null && await given.FindAboutAsync(repliedTo) is { } quoted
            ? [.. turns.Where(turn => turn.Question != quoted.Question), new Turn(quoted.Question, quoted.Answer.Markdown, quoted.At)]
            : turns;
    }
}
