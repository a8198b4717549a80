using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Conversations;

/// <summary>Tells the asker that there is no answer, in one sentence: silence is worse.</summary>
internal sealed partial class Apologies(BotIdentity identity, CardWriter cards, Messenger messenger, ILogger<Apologies> logger)
{
    /// <summary>After the last attempt. Asks to be called again while the platform is away; a clear no ends it.</summary>
    public Task GiveUpAsync(Claim claim, CancellationToken cancellationToken) => TryAsync(() => TellAsync(claim, cancellationToken));

    /// <inheritdoc cref="GiveUpAsync(Claim, CancellationToken)"/>
    public Task GiveUpAsync(Claim claim, Asked asked, string question, CancellationToken cancellationToken) =>
        TryAsync(() => TellAsync(claim, asked, question, cancellationToken));

    private async Task TryAsync(Func<Task> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception exception) when (PlatformFailures.MayPass(exception) || exception is FeishuApiException { IsRateLimit: true })
        {
            throw new DeferEntryException((exception as FeishuApiException)?.RetryAfter ?? TimeSpan.Zero, exception.Message);
        }
        catch (FeishuApiException exception)
        {
            Log.AskerNotTold(logger, exception.Message);
        }
    }

    private Task TellAsync(Claim claim, CancellationToken cancellationToken) => MessageReader.TryRead(claim.Entry.Payload) switch
    {
        { } message => TellAsync(claim, message, cancellationToken),
        null when IsReplyable(claim.Entry) => messenger.SayAsync(
            claim.Entry.Id, MessagePurpose.Apology, ConversationTexts.GivenUp.In(null), cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>An entry carries the id of its message, whatever became of the rest.</summary>
    private static bool IsReplyable(InboxEntry entry) =>
        entry.Id.StartsWith("om_", StringComparison.Ordinal) && MessageReader.IsSurelyDirect(entry.Payload);

    private async Task TellAsync(Claim claim, IncomingMessage message, CancellationToken cancellationToken)
    {
        var question = message.ReadBody(identity.Ids).Markdown;
        // A question that was overheard is not apologised for, unless its card was shown already.
        if (!await cards.TryApologiseAsync(claim, message.Asked, question, ConversationTexts.GivenUp, cancellationToken)
            && Addressing.Of(message, identity.Ids, identity.IsKnown) == Addressee.Us)
        {
            await SayAsync(message.Asked, question, cancellationToken);
        }
    }

    private async Task TellAsync(Claim claim, Asked asked, string question, CancellationToken cancellationToken)
    {
        if (!await cards.TryApologiseAsync(claim, asked, question, ConversationTexts.GivenUp, cancellationToken))
            await SayAsync(asked, question, cancellationToken);
    }

    private Task SayAsync(Asked asked, string question, CancellationToken cancellationToken) =>
        messenger.SayAsync(asked, MessagePurpose.Apology, ConversationTexts.GivenUp.In(Languages.Of(question)), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The asker could not be told that there is no answer: {Reason}")]
        public static partial void AskerNotTold(ILogger logger, string reason);
    }
}
