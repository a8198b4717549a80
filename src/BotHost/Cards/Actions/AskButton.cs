using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Welcome;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>A question that stands on the card, asked by whoever presses it; each once.</summary>
internal sealed class AskButton(ClickedAnswers answers, OfferedQuestions offered, ClickedQuestions questions, AnswerMarks marks) : ICardButton
{
    public string Action => CardActions.Ask;

    public Task<CardActionReply> PressAsync(CardAction click, CardActionValue value, CancellationToken cancellationToken) => Offers.IsOffer(value.AnswerId)
        ? offered.PressAsync(click, value)
        : answers.PressAsync(click, value, (given, asked) => AskAsync(click, value, given, asked));

    private async Task<Effect> AskAsync(CardAction click, CardActionValue value, GivenAnswer given, Asked asked)
    {
        if (value.Question is not { } question || !given.Offers(question))
            return Effect.Refused(ActionTexts.NotOffered);
        if ((await marks.StateAsync(given)).Asked.Contains(question))
            return Effect.Refused(ActionTexts.AlreadyDone);
        var clicked = new ClickedQuestion(click, value);
        if (await questions.KeepAsync(clicked, asked, ClickedQuestions.KeyOf(clicked)) == Keeping.TooMany)
            return Effect.Refused(ConversationTexts.TooManyQuestions);
        await marks.AskedAsync(given.Id, question);
        return Effect.Done(ActionTexts.Asking);
    }
}
