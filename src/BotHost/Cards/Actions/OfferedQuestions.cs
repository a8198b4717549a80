using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Welcome;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>
/// A question that a card without an answer offers, as the welcome does. The card stays as it is, for the next who wants to try:
/// everybody may ask each question once a day.
/// </summary>
internal sealed class OfferedQuestions(Offers offers, ClickedQuestions questions)
{
    public async Task<CardActionReply> PressAsync(CardAction click, CardActionValue value)
    {
        if (await offers.FindAsync(value.AnswerId) is not { } offer)
            return CardActionReply.Refused(ActionTexts.Forgotten);
        if (value.Question is null || click is not { MessageId: { } messageId, ChatId: { } chatId } || !offer.Allows(value.Question, chatId, click.OperatorOpenId))
            return CardActionReply.Refused(ActionTexts.NotOffered);
        return await AskAsync(click, value, offer.AskedIn(messageId, chatId, click.OperatorOpenId)) with { Language = Languages.Of(value.Question) };
    }

    private async Task<CardActionReply> AskAsync(CardAction click, CardActionValue value, Asked asked)
    {
        var question = new ClickedQuestion(click, value);
        return await questions.KeepAsync(question, asked, ClickedQuestions.KeyOf(question, click.OperatorOpenId)) switch
        {
            Keeping.Kept => CardActionReply.Done(ActionTexts.Asking),
            Keeping.Repeated => CardActionReply.Refused(ActionTexts.AlreadyDone),
            _ => CardActionReply.Refused(ConversationTexts.TooManyQuestions),
        };
    }
}
