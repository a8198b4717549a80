using Wenlu.BotHost.Events;
using Wenlu.BotHost.Interruptions;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>Stops an answer that is being written. The card stays as it is: its writer finishes it, on whichever replica.</summary>
internal sealed class StopButton(RunningAnswers running, AnswerStore answers, InterruptionStore interruptions) : ICardButton
{
    public string Action => CardActions.Stop;

    public async Task<CardActionReply> PressAsync(CardAction click, CardActionValue value, CancellationToken cancellationToken)
    {
        if (await running.FindAsync(value.AnswerId) is not { } answer)
            return CardActionReply.Refused(await answers.FindAsync(value.AnswerId) is null ? ActionTexts.Forgotten : ActionTexts.AlreadyFinished);
        return await StopAsync(click, answer) with { Language = answer.Language };
    }

    private async Task<CardActionReply> StopAsync(CardAction click, RunningAnswer answer)
    {
        if (click.ChatId != answer.Asked.ChatId || (answer.MessageId is { } shown && click.MessageId != shown))
            return CardActionReply.Refused(ActionTexts.UnknownAction);
        if (!answer.Asked.IsDirect && click.OperatorOpenId != answer.Asked.AskerOpenId)
            return CardActionReply.Refused(ActionTexts.OnlyTheAsker);
        await interruptions.StopAsync(answer.Asked.Key);
        return CardActionReply.Done(ActionTexts.Stopping);
    }
}
