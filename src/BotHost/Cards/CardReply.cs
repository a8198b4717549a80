using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// The cheapest way of all, one call: nothing is shown until the finished card is there, which is the reply. Its uuid is the same at
/// every attempt, so an attempt after a crash finds that it has spoken.
/// </summary>
internal sealed class CardReply(Messenger messenger, Asked asked, CardProgress progress) : ICardSurface
{
    public Task ShowAsync(string markdown, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task FinishAsync(Card card, CancellationToken cancellationToken)
    {
        if (progress.ReplyId is not null)
            return;
        try
        {
            await progress.KeepReplyAsync(await messenger.ReplyAsync(asked, MessagePurpose.Answer, "interactive", card.ToJson(), cancellationToken));
        }
        catch (FeishuApiException exception) when (exception.Code == FeishuCodes.MessageIsBeingSent)
        {
            // Said by an earlier attempt, or by this one's first try, and its id was lost.
        }
    }
}
