using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Cards;

/// <summary>The components of a card's body, each with the properties we use and no other.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "tag")]
[JsonDerivedType(typeof(MarkdownElement), "markdown")]
[JsonDerivedType(typeof(DividerElement), "hr")]
[JsonDerivedType(typeof(PanelElement), "collapsible_panel")]
[JsonDerivedType(typeof(ColumnSetElement), "column_set")]
[JsonDerivedType(typeof(ColumnElement), "column")]
[JsonDerivedType(typeof(ButtonElement), "button")]
[JsonDerivedType(typeof(FormElement), "form")]
[JsonDerivedType(typeof(InputElement), "input")]
[JsonDerivedType(typeof(SelectElement), "select_static")]
internal abstract record CardElement
{
    /// <summary>A letter, then letters, digits and underscores; at most 20 in all, unique in the card.</summary>
    public string? ElementId { get; init; }
}

internal sealed record MarkdownElement(string Content) : CardElement
{
    public string? TextSize { get; init; }
}

internal sealed record DividerElement : CardElement;

internal sealed record PanelElement(PanelHeader Header, IReadOnlyList<CardElement> Elements) : CardElement
{
    public bool Expanded { get; init; }

    public PanelBorder Border { get; } = new("grey", "5px");
}

internal sealed record PanelHeader(PlainText Title)
{
    public PanelIcon Icon { get; } = new("down-small-ccm_outlined", "16px 16px");

    public string IconPosition { get; } = "right";

    public int IconExpandedAngle { get; } = -180;
}

internal sealed record PanelIcon(string Token, string Size)
{
    public string Tag { get; } = "standard_icon";
}

internal sealed record PanelBorder(string Color, string CornerRadius);

internal sealed record ColumnSetElement(IReadOnlyList<CardElement> Columns) : CardElement
{
    public string FlexMode { get; init; } = "none";

    public string HorizontalSpacing { get; } = "8px";
}

/// <param name="Width">Counts only in a set that does not wrap.</param>
internal sealed record ColumnElement(IReadOnlyList<CardElement> Elements, string? Width = "auto") : CardElement;

internal sealed record PlainText(string Content)
{
    public string Tag { get; } = "plain_text";

    public static PlainText Of(Bilingual text, Language language) => new(text.In(language));
}
