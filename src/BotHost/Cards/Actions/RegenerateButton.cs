using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>The asker wants the same answer in other words, on a card of its own; once.</summary>
internal sealed class RegenerateButton(ClickedAnswers answers, ClickedQuestions questions, AnswerMarks marks) : ICardButton
{
    public string Action => CardActions.Regenerate;

    public Task<CardActionReply> PressAsync(CardAction click, CardActionValue value, CancellationToken cancellationToken) =>
        answers.PressAsync(click, value, (given, asked) => RephraseAsync(click, value, given, asked));

    private async Task<Effect> RephraseAsync(CardAction click, CardActionValue value, GivenAnswer given, Asked asked)
    {
        if (click.OperatorOpenId != asked.AskerOpenId)
            return Effect.Refused(ActionTexts.OnlyTheAsker);
        if (given.Answer is not { Outcome: Outcome.Grounded, Official: null })
            return Effect.Refused(ActionTexts.UnknownAction);
        if ((await marks.StateAsync(given)).IsRegenerated)
            return Effect.Refused(ActionTexts.AlreadyDone);
        var question = new ClickedQuestion(click, value);
        var key = ClickedQuestions.KeyOf(question);
        if (await questions.KeepAsync(question, asked, key) == Keeping.TooMany)
            return Effect.Refused(ConversationTexts.TooManyQuestions);
        await marks.RephrasedAsync(given.Id, key);
        return Effect.Done(ActionTexts.Rephrasing);
    }
}
