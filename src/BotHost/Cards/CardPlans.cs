using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cards;

/// <summary>Shows the richest finished card that the platform accepts.</summary>
internal static partial class CardPlans
{
    public static async Task ShowAsync(ICardSurface surface, IEnumerable<Card> plans, ILogger logger, CancellationToken cancellationToken)
    {
        var left = new Queue<Card>(plans);
        while (left.TryDequeue(out var card))
        {
            try
            {
                await surface.FinishAsync(card, cancellationToken);
                return;
            }
            catch (FeishuApiException exception) when (left.Count > 0 && FeishuCodes.IsCardRefused(exception.Code))
            {
                Log.CardRefused(logger, exception.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The platform refused a finished card, a plainer one follows: {Reason}")]
        public static partial void CardRefused(ILogger logger, string reason);
    }
}
