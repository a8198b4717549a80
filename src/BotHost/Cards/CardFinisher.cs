using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// Shows a finished answer: on the card that was opened for it and, when it outgrows that, on further ones that follow. What the
/// platform refuses is shown more plainly. Everything done is kept, so that an attempt after a crash shows nothing twice.
/// </summary>
internal sealed partial class CardFinisher(Messenger messenger, AnswerStore answers, ILogger<CardFinisher> logger)
{
    /// <returns>The plan that the last card was taken in.</returns>
    public async Task<CardPlan> ShowAsync(ICardSurface surface, CardProgress progress, Asked asked, Answer answer, CardState state, CancellationToken cancellationToken)
    {
        state = state with { Plan = progress.Plan };
        var (part, rest) = (0, new Queue<Card>(AnswerCard.Finished(answer, state)));
        while (rest.TryPeek(out var card))
        {
            try
            {
                await (part == 0 ? FinishAsync(surface, progress, card, rest.Count, cancellationToken) : FollowAsync(progress, asked, card, state, part, cancellationToken));
                rest.Dequeue();
                part++;
            }
            catch (FeishuApiException exception) when (CardRefusal.PlanAfter(exception, state.Plan) is { } plan)
            {
                Log.CardRefused(logger, state.Plan, part, exception.Message);
                state = state with { Plan = plan };
                await progress.KeepPlanAsync(plan);
                // A notice stands for everything that would have followed.
                rest = new Queue<Card>(AnswerCard.Finished(answer, state).Skip(plan < CardPlan.Notice ? part : 0));
            }
        }

        return state.Plan;
    }

    private static async Task FinishAsync(ICardSurface surface, CardProgress progress, Card card, int cards, CancellationToken cancellationToken)
    {
        await surface.FinishAsync(card, cancellationToken);
        if (cards > 1)
            await progress.KeepShownAsync();
    }

    private async Task FollowAsync(CardProgress progress, Asked asked, Card card, CardState state, int part, CancellationToken cancellationToken)
    {
        if (progress.HasPart(part))
            return;
        if (await messenger.FollowAsync(asked, part, state.Plan, card.ToJson(), cancellationToken) is { } messageId)
            await answers.LinkAsync(messageId, state.AnswerId);
        await progress.KeepPartAsync(part);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The platform refused a finished card ({Plan}, part {Part}), a plainer one follows: {Reason}")]
        public static partial void CardRefused(ILogger logger, CardPlan plan, int part, string reason);
    }
}
