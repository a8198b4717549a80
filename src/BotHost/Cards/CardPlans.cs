using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cards;

/// <summary>Shows the richest finished card that the platform accepts.</summary>
internal static partial class CardPlans
{
    /// <returns>The plan that was taken.</returns>
    public static async Task<CardPlan> ShowAsync(ICardSurface surface, Answer answer, CardState state, ILogger logger, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await surface.FinishAsync(AnswerCard.Finished(answer, state)[0], cancellationToken);
                return state.Plan;
            }
            catch (FeishuApiException exception) when (state.Plan < CardPlan.Sentence && FeishuCodes.IsCardRefused(exception.Code))
            {
                Log.CardRefused(logger, state.Plan, exception.Message);
                state = state with { Plan = state.Plan + 1 };
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The platform refused a finished card ({Plan}), a plainer one follows: {Reason}")]
        public static partial void CardRefused(ILogger logger, CardPlan plan, string reason);
    }
}
