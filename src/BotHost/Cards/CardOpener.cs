using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Feishu.Budget;

namespace Wenlu.BotHost.Cards;

/// <summary>Makes the one card of a question visible, or finds the one that an earlier attempt has opened.</summary>
internal sealed partial class CardOpener(IFeishuApi api, Messenger messenger, Pacer pacer, CardKitScope scope, ILogger<CardOpener> logger)
{
    /// <param name="form">How the answer is to come; one that is begun goes on as it is.</param>
    public async Task<ICardSurface> OpenAsync(
        Asked asked, CardProgress progress, string question, AnswerForm form, CancellationToken cancellationToken)
    {
        if ((progress.Begun ?? form) == AnswerForm.Single)
            return await PromiseReplyAsync(asked, progress);
        if (progress.Begun is null && form == AnswerForm.Still)
            await progress.UseMessageAsync();

        if (!progress.IsMessage && await CreateAsync(Growing(string.Empty), progress, cancellationToken) is { } cardId)
        {
            await SendAsync(asked, cardId, progress, cancellationToken);
            return new CardEntity(api, pacer, new CardSequence(progress, cardId), cardId, logger);
        }

        await OpenMessageAsync(asked, progress, Still(string.Empty), cancellationToken);
        return new CardMessage(api, pacer, progress.ReplyId!, form == AnswerForm.Streamed ? Still : null);

        Card Growing(string text) => CardLayout.Streaming(Languages.Of(question), AnswerStore.IdFor(asked.Key), asked.IsClick ? question : null, text);

        // As far as the platform knows it is finished every time.
        Card Still(string text) => Growing(text) is var card ? card with { Config = new CardConfig(false, card.Config.Summary) } : card;
    }

    /// <summary>Kept before it speaks: an attempt after this one must not open a card beside the reply.</summary>
    private async Task<CardReply> PromiseReplyAsync(Asked asked, CardProgress progress)
    {
        if (!progress.IsSingle)
            await progress.UseSingleAsync();
        return new CardReply(messenger, asked, progress);
    }

    /// <returns>The id of the entity; null when the app may not create one.</returns>
    private async Task<string?> CreateAsync(Card card, CardProgress progress, CancellationToken cancellationToken)
    {
        if (progress.CardId is not null || scope.IsMissing)
        {
            return progress.CardId;
        }

        try
        {
            var created = await api.CreateCardAsync(CardData.FromJson(card.ToJson()), cancellationToken);
            await progress.KeepCardAsync(created.Data!.CardId);
        }
        catch (FeishuApiException exception) when (exception.Code == FeishuCodes.ScopeMissing)
        {
            scope.Missing();
            Log.ScopeMissing(logger, exception.Message);
        }

        return progress.CardId;
    }

    /// <summary>
    /// An entity can be sent once and a reply's uuid speaks once, so sending again after a crash cannot show two cards. A clear
    /// no to the first try clears the card, so that the next attempt starts with a new one.
    /// </summary>
    private async Task SendAsync(Asked asked, string cardId, CardProgress progress, CancellationToken cancellationToken)
    {
        if (progress.ReplyId is not null)
        {
            return;
        }

        try
        {
            await progress.KeepReplyAsync(await messenger.ReplyAsync(asked, MessagePurpose.Answer, "interactive", CardReference.ToJson(cardId), cancellationToken));
        }
        catch (FeishuApiException exception) when (IsAlreadySent(exception, progress))
        {
            Log.AlreadySent(logger, cardId, exception.Message);
        }
        catch (FeishuApiException exception) when (IsClearNo(exception))
        {
            await progress.KeepCardAsync(null);
            throw;
        }
    }

    /// <summary>
    /// The reply's uuid has spoken before, be it in this attempt, whose first call lost its answer; or the entity of an earlier
    /// attempt is refused because it is in the chat.
    /// </summary>
    private static bool IsAlreadySent(FeishuApiException exception, CardProgress progress) =>
        exception.Code == FeishuCodes.MessageIsBeingSent || (progress.IsTakenOver && IsClearNo(exception));

    private static bool IsClearNo(FeishuApiException exception) =>
        !exception.IsRateLimit && !exception.IsFault && !FeishuCodes.IsNobodyThere(exception.Code);

    private async Task OpenMessageAsync(Asked asked, CardProgress progress, Card card, CancellationToken cancellationToken)
    {
        if (!progress.IsMessage)
        {
            await progress.UseMessageAsync();
        }

        if (progress.ReplyId is null)
        {
            await progress.KeepReplyAsync(await messenger.ReplyAsync(asked, MessagePurpose.Answer, "interactive", card.ToJson(), cancellationToken));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The app may not use card entities, answers come as ordinary cards: grant cardkit:card:write to stream. {Reason}")]
        public static partial void ScopeMissing(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "Card {CardId} was sent by an earlier attempt; the platform said: {Reason}")]
        public static partial void AlreadySent(ILogger logger, string cardId, string reason);
    }
}
