using Wenlu.BotHost.Events;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>👍 or 👎, from anybody who sees the card, and changeable.</summary>
internal sealed class FeedbackButton(ClickedAnswers answers, AnswerMarks marks, BotMetrics metrics) : ICardButton
{
    public string Action => CardActions.Feedback;

    public Task<CardActionReply> PressAsync(CardAction click, CardActionValue value, CancellationToken cancellationToken) => value.Vote switch
    {
        Votes.Up or Votes.Down => answers.PressAsync(click, value, (given, _) => VoteAsync(given, click.OperatorOpenId, value.Vote)),
        _ => Task.FromResult(CardActionReply.Refused(ActionTexts.UnknownAction)),
    };

    private async Task<Effect> VoteAsync(GivenAnswer given, string openId, string vote)
    {
        if (await marks.VoteAsync(given.Id, openId, vote))
            metrics.FeedbackGiven(vote);
        return Effect.Done(ActionTexts.ThanksForVote);
    }
}
