using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Conversations;

/// <summary>Something said that is no answer: a sentence, or a card that has the text for a place where cards are not taken.</summary>
internal sealed record Notice(string Text, Card? Card = null);
