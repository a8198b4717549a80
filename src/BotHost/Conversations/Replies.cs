using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Conversations;

/// <summary>Replies to what was asked, and decides what a refusal of the platform means for the inbox's entry.</summary>
internal sealed partial class Replies(Messenger messenger, Receipts.Receipts receipts, ILogger<Replies> logger)
{
    public async Task ReplyAsync(Asked asked, Language language, Func<Task> reply, CancellationToken cancellationToken)
    {
        try
        {
            await reply();
        }
        catch (FeishuApiException exception) when (FeishuCodes.IsNobodyThere(exception.Code))
        {
            Log.NobodyThere(logger, exception.Message);
            // Where the bot may not speak, what was asked still stands, and so would its receipt.
            if (!FeishuCodes.IsTakenBack(exception.Code))
                Settle(asked);
        }
        catch (FeishuApiException exception) when (exception.IsRateLimit || exception.IsCardInUse)
        {
            throw new DeferEntryException(exception.RetryAfter ?? TimeSpan.FromSeconds(1), exception.Message);
        }
        catch (FeishuApiException exception) when (FeishuCodes.IsContentRefused(exception.Code))
        {
            Log.ReplyRefused(logger, exception.Message);
            await ExcuseAsync(asked, language, cancellationToken);
        }
        catch (FeishuApiException exception) when (FeishuCodes.IsAppRefused(exception.Code))
        {
            throw new PoisonEntryException($"No reply can be sent until the app's permissions or this program are put right. {exception.Message}", exception);
        }
    }

    /// <summary>In words that give a filter nothing to refuse; if it does, there is nothing left to say.</summary>
    private async Task ExcuseAsync(Asked asked, Language language, CancellationToken cancellationToken)
    {
        try
        {
            await messenger.SayAsync(asked, MessagePurpose.Excuse, ConversationTexts.ReplyRefused.In(language), cancellationToken);
        }
        catch (FeishuApiException exception) when (FeishuCodes.IsContentRefused(exception.Code))
        {
            Log.AskerNotTold(logger, exception.Message);
            Settle(asked);
        }
    }

    private void Settle(Asked asked)
    {
        if (!asked.IsClick)
            receipts.Settle(asked.ReplyTo);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Nobody is there to read the answer any more: {Reason}")]
        public static partial void NobodyThere(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "The platform does not take this reply, and would not the next time: {Reason}")]
        public static partial void ReplyRefused(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Warning, "The asker could not be told that there is no answer: {Reason}")]
        public static partial void AskerNotTold(ILogger logger, string reason);
    }
}
