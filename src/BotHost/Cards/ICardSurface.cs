namespace Wenlu.BotHost.Cards;

/// <summary>The one place in a chat where an answer appears: a card entity, or an ordinary card message.</summary>
internal interface ICardSurface
{
    /// <summary>How much further apart its frames are than those of a card that the client types.</summary>
    double Widening => 1;

    /// <summary>Shows the text so far; a failure costs one frame, not the answer.</summary>
    Task ShowAsync(string markdown, CancellationToken cancellationToken);

    /// <summary>Replaces everything with the finished card.</summary>
    Task FinishAsync(Card card, CancellationToken cancellationToken);
}
