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
    public async Task<CardPlan> ShowAsync(
        ICardSurface surface, CardProgress progress, Asked asked, Answer answer, CardState state, CancellationToken cancellationToken)
    {
        state = state with { Plan = progress.Plan };
        for (var part = 0; ; part++)
        {
            state = await ShowAsync(surface, progress, asked, answer, state, part, cancellationToken);
            var count = AnswerCard.Finished(answer, state).Count;
            if (part >= count - 1)
                return state.Plan;
            if (part == 0)
                await progress.KeepShownAsync();
        }
    }

    private async Task<CardState> ShowAsync(
        ICardSurface surface, CardProgress progress, Asked asked, Answer answer, CardState state, int part, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await ShowAsync(surface, progress, asked, AnswerCard.Finished(answer, state), state, part, cancellationToken);
                return state;
            }
            catch (FeishuApiException exception) when (CardRefusal.PlanAfter(exception, state.Plan) is { } plan)
            {
                Log.CardRefused(logger, state.Plan, part, exception.Message);
                state = state with { Plan = plan };
                await progress.KeepPlanAsync(plan);
            }
        }
    }

    private async Task ShowAsync(
        ICardSurface surface, CardProgress progress, Asked asked, IReadOnlyList<Card> cards, CardState state, int part, CancellationToken cancellationToken)
    {
        // A notice stands for all that would have followed.
        var card = cards[Math.Min(part, cards.Count - 1)];
        if (part == 0)
            await surface.FinishAsync(card, cancellationToken);
        else if (!progress.HasPart(part))
            await FollowAsync(progress, asked, card, state, part, cancellationToken);
    }

    private async Task FollowAsync(CardProgress progress, Asked asked, Card card, CardState state, int part, CancellationToken cancellationToken)
    {
        var messageId = await messenger.FollowAsync(asked, part, state.Plan, card.ToJson(), cancellationToken);
        if (messageId is not null)
            await answers.LinkAsync(messageId, state.AnswerId);
        await progress.KeepPartAsync(part, messageId);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The platform refused a finished card ({Plan}, part {Part}), a plainer one follows: {Reason}")]
        public static partial void CardRefused(ILogger logger, CardPlan plan, int part, string reason);
    }
}
