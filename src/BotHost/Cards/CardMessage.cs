using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// An ordinary card message, for apps without the card scope. Its text is not streamed: every update would replace the whole
/// card, so it goes from its status line to the finished answer in one step.
/// </summary>
internal sealed class CardMessage(IFeishuApi api, Pacer pacer, string messageId) : ICardSurface
{
    public Task ShowAsync(string markdown, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task FinishAsync(Card card, CancellationToken cancellationToken)
    {
        await pacer.WaitAsync(messageId, Pacer.Message, cancellationToken);
        await api.UpdateMessageAsync(messageId, new MessageContent(card.ToJson()), cancellationToken);
    }
}
