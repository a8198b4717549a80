using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Welcome;

namespace Wenlu.BotHost.Conversations;

/// <summary>The card that was clicked: where it stands, in which language, and the answer on it if it has one.</summary>
internal sealed record ClickedOrigin(Asked Before, Language Language, GivenAnswer? Answer);

/// <summary>Finds what stood on a card when a click on it asked something.</summary>
internal sealed class ClickedOrigins(AnswerStore given, Offers offers)
{
    /// <summary>Null when it was taken back since, with everything that came of it.</summary>
    public async Task<ClickedOrigin?> FindAsync(ClickedQuestion clicked)
    {
        var (click, value) = clicked;
        if (!Offers.IsOffer(value.AnswerId))
            return await given.FindAsync(value.AnswerId) is { Asked: { } before } answer ? new(before, answer.Answer.Language, answer) : null;
        return await offers.FindAsync(value.AnswerId) is { } offer && click is { MessageId: { } messageId, ChatId: { } chatId }
            ? new(offer.AskedIn(messageId, chatId, click.OperatorOpenId), Languages.Of(value.Question!), null)
            : null;
    }
}
