using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Messages;

namespace Wenlu.BotHost.Conversations;

/// <summary>What a message replies to, as far as it is not known already.</summary>
/// <param name="Message">Null when there is nothing to quote, or it cannot be read.</param>
/// <param name="IsMissing">There is a message, and it cannot be read.</param>
internal readonly record struct Quote(EarlierMessage? Message, bool IsMissing);

/// <summary>Fetches the message that another one replies to. Our own answers, and what they answered, are in the store.</summary>
internal sealed class Quotes(EarlierMessages earlier, AnswerStore given, ConversationStore conversations)
{
    public async Task<Quote> FindAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (message.ParentId is not { Length: > 0 } parent || await given.FindAboutAsync(parent) is not null || await IsKnownThreadAsync(message))
            return default;
        var quoted = await earlier.FindAsync(parent, cancellationToken);
        return new Quote(quoted, IsMissing: quoted is null);
    }

    /// <summary>In a thread every message names the first one as its parent; once something was said in it, that is context enough.</summary>
    private async Task<bool> IsKnownThreadAsync(IncomingMessage message) =>
        message.IsInThread && (await conversations.ReadAsync(message.Conversation, message.MessageId)).Count > 0;
}
