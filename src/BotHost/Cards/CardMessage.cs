using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cards;

/// <summary>An ordinary card message, for apps without the card scope: every update replaces the whole card.</summary>
/// <param name="growing">The card with the text so far; null where the calls suffice for a status and the finished card only.</param>
internal sealed class CardMessage(IFeishuApi api, Pacer pacer, string messageId, Func<string, Card>? growing) : ICardSurface
{
    private bool isUncertain;

    public double Widening => 2;

    /// <summary>
    /// Updates have no numbers: one whose end is unknown might still arrive after the next. So it is the last one before the finished
    /// card, which comes when the model is done.
    /// </summary>
    public async Task ShowAsync(string markdown, CancellationToken cancellationToken)
    {
        if (growing is null || isUncertain)
            return;
        await pacer.WaitAsync(messageId, Pacer.Message, cancellationToken);
        try
        {
            await api.StreamMessageAsync(messageId, new MessageContent(growing(markdown).ToJson()), isGrowing: true, cancellationToken);
        }
        catch (Exception exception) when (PlatformFailures.IsUnreachable(exception))
        {
            isUncertain = true;
            throw;
        }
    }

    public async Task FinishAsync(Card card, CancellationToken cancellationToken)
    {
        await pacer.WaitAsync(messageId, Pacer.Message, cancellationToken);
        await api.UpdateMessageAsync(messageId, new MessageContent(card.ToJson()), cancellationToken);
    }
}
