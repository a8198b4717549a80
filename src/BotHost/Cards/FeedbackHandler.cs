using Wenlu.BotHost.Events;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Cards;

/// <summary>Records a click on 👍 or 👎 and says thanks. What was forged, has expired or is unknown does nothing but a toast.</summary>
internal sealed class FeedbackHandler(AnswerStore answers, BotMetrics metrics) : ICardActionHandler
{
    public async Task<CardActionReply> HandleAsync(CardAction action, CancellationToken cancellationToken) => CardActionValue.Read(action.Value) switch
    {
        not { Action: CardActions.Feedback, Vote: Votes.Up or Votes.Down } => new CardActionReply("warning", CardTexts.UnknownAction),
        var value => Reply(await answers.VoteAsync(value.AnswerId, action.OperatorOpenId, value.Vote), value.Vote),
    };

    private CardActionReply Reply(VoteResult result, string vote)
    {
        if (result == VoteResult.Changed)
            metrics.FeedbackGiven(vote);
        return result == VoteResult.NoSuchAnswer
            ? new CardActionReply("info", CardTexts.AnswerForgotten)
            : new CardActionReply("success", CardTexts.ThanksForVote);
    }
}
