using Wenlu.BotHost.Events;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>👍 or 👎, from anybody who sees the card, and changeable.</summary>
internal sealed class FeedbackButton(
    ClickedAnswers answers, AnswerMarks marks, VotedAnswers voted, GapCollector gaps, NumberTaker numbers, BotMetrics metrics) : ICardButton
{
    public string Action => CardActions.Feedback;

    public Task<CardActionReply> PressAsync(CardAction click, CardActionValue value, CancellationToken cancellationToken) => value.Vote switch
    {
        Votes.Up or Votes.Down => answers.PressAsync(click, value, (given, _) => VoteAsync(given, click.OperatorOpenId, value.Vote)),
        _ => Task.FromResult(CardActionReply.Refused(ActionTexts.UnknownAction)),
    };

    private async Task<Effect> VoteAsync(GivenAnswer given, string openId, string vote)
    {
        var before = await marks.VoteAsync(given.Id, openId, vote);
        if (before != vote)
        {
            metrics.FeedbackGiven(vote);
            await numbers.VotedAsync(vote == Votes.Up, before is null ? null : before == Votes.Up);
            await voted.NoteAsync(given);
            await NoteAsync(given, openId, vote);
        }
        return Effect.Done(ActionTexts.ThanksForVote);
    }

    private async Task NoteAsync(GivenAnswer given, string openId, string vote)
    {
        if (vote != Votes.Down)
        {
            await gaps.DislikesNoMoreAsync(given, openId);
            return;
        }
        await gaps.DislikedAsync(given, openId, reason: string.Empty);
    }
}
