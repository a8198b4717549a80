using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Conversations;

/// <summary>Tells the asker that there is no answer, in one sentence: silence is worse.</summary>
internal sealed partial class Apologies(BotIdentity identity, CardWriter cards, Messenger messenger, ILogger<Apologies> logger)
{
    /// <summary>After the last attempt. Asks to be called again while the platform is away; a clear no ends it.</summary>
    public async Task GiveUpAsync(Claim claim, CancellationToken cancellationToken)
    {
        try
        {
            await TellAsync(claim, cancellationToken);
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

    /// <summary>Instead of a reply that was refused, in words that give a filter nothing to refuse; if it does, there is nothing left to say.</summary>
    public async Task ExcuseAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var language = Languages.Of(message.ReadBody(identity.Ids).Words);
            await messenger.SayAsync(message.Asked, MessagePurpose.Excuse, ConversationTexts.ReplyRefused.In(language), cancellationToken);
        }
        catch (FeishuApiException exception) when (FeishuCodes.IsContentRefused(exception.Code))
        {
            Log.AskerNotTold(logger, exception.Message);
        }
    }

    private Task TellAsync(Claim claim, CancellationToken cancellationToken) => MessageReader.TryRead(claim.Entry.Payload) switch
    {
        { } message => TellAsync(claim, message, cancellationToken),
        null when IsReplyable(claim.Entry) => messenger.SayAsync(
            claim.Entry.Id, MessagePurpose.Apology, ConversationTexts.GivenUp.In(Language.Chinese), cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>An entry carries the id of its message, whatever became of the rest.</summary>
    private static bool IsReplyable(InboxEntry entry) =>
        entry.Id.StartsWith("om_", StringComparison.Ordinal) && MessageReader.IsSurelyDirect(entry.Payload);

    private async Task TellAsync(Claim claim, IncomingMessage message, CancellationToken cancellationToken)
    {
        var question = message.ReadBody(identity.Ids).Markdown;
        if (Addressing.Of(message, identity.Ids, identity.IsKnown) == Addressee.Us
            && !await cards.TryApologiseAsync(claim, message.Asked, question, ConversationTexts.GivenUp, cancellationToken))
        {
            await messenger.SayAsync(message.Asked, MessagePurpose.Apology, ConversationTexts.GivenUp.In(Languages.Of(question)), cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The asker could not be told that there is no answer: {Reason}")]
        public static partial void AskerNotTold(ILogger logger, string reason);
    }
}
