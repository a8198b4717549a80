using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>Hands a click to the button it says it comes from. What no button of ours sends does nothing but a toast.</summary>
internal sealed class CardActionDispatcher(IEnumerable<ICardButton> buttons) : ICardActionHandler
{
    private readonly Dictionary<string, ICardButton> byAction = buttons.ToDictionary(button => button.Action);

    public Task<CardActionReply> HandleAsync(CardAction action, CancellationToken cancellationToken) =>
        CardActionValue.Read(action.Value) is { } value && byAction.TryGetValue(value.Action, out var button)
            ? button.PressAsync(action, value, cancellationToken)
            : Task.FromResult(CardActionReply.Refused(ActionTexts.UnknownAction));
}
