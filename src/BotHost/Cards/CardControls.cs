namespace Wenlu.BotHost.Cards;

/// <summary>What can be pressed. Without behaviors nothing can happen, so a button that has had its effect carries none.</summary>
internal sealed record ButtonElement(PlainText Text) : CardElement
{
    public string Type { get; init; } = "default";

    public string Size { get; } = "small";

    public bool? Disabled { get; init; }

    public IReadOnlyList<CallbackBehavior>? Behaviors { get; init; }

    /// <summary>Unique in the card; a form's button must have one, every other none.</summary>
    public string? Name { get; init; }

    public string? FormActionType { get; init; }
}

internal sealed record CallbackBehavior(CardActionValue Value)
{
    public string Type { get; } = "callback";
}

/// <summary>Stands at the root of a card, never in a column or a panel, and holds one button that submits it.</summary>
internal sealed record FormElement(string Name, IReadOnlyList<CardElement> Elements) : CardElement;

internal sealed record InputElement(string Name, PlainText Placeholder) : CardElement
{
    public string InputType { get; } = "multiline_text";

    public int Rows { get; } = 2;
}

internal sealed record SelectElement(string Name, PlainText Placeholder, IReadOnlyList<SelectOption> Options) : CardElement;

internal sealed record SelectOption(PlainText Text, string Value);
