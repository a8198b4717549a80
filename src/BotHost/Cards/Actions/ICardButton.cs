using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>What pressing one kind of button does.</summary>
internal interface ICardButton
{
    /// <summary>One of <see cref="CardActions"/>.</summary>
    string Action { get; }

    Task<CardActionReply> PressAsync(CardAction click, CardActionValue value, CancellationToken cancellationToken);
}
