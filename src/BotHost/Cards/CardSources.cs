using System.Globalization;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Cards;

/// <summary>The folded parts of a card: what the answer rests on, and what other people ask.</summary>
internal static class CardSources
{
    private const int TitleLength = 160;

    public static IEnumerable<CardElement> References(Answer answer, int excerptLength)
    {
        if (answer.References.Count == 0)
            yield break;
        var title = PlainText.Of(CardTexts.References.With(answer.References.Count), answer.Language);
        var entries = answer.References.Select(reference => Entry(reference, answer.Language, excerptLength));
        yield return new PanelElement(new PanelHeader(title), [.. entries]) { ElementId = "sources" };
    }

    /// <summary>Open where there is little else to read, and where one of them has just been asked.</summary>
    public static IEnumerable<CardElement> Related(Answer answer, CardState state)
    {
        if (answer.Related.Count == 0)
            yield break;
        var title = PlainText.Of(CardTexts.Related.With(answer.Related.Count), answer.Language);
        yield return new PanelElement(new PanelHeader(title), [.. answer.Related.Select((related, index) => Entry(related, index, state))])
        {
            ElementId = "related",
            Expanded = answer.References.Count == 0 || answer.Related.Any(related => state.Asked.Contains(related.Question)),
        };
    }

    private static MarkdownElement Entry(Reference reference, Language language, int excerptLength)
    {
        var place = CardText.Escape(CardText.Shorten(string.Join(" › ", reference.Headings.Prepend(reference.Title)), TitleLength));
        var updated = string.Format(CultureInfo.InvariantCulture, CardTexts.UpdatedOn.In(language), reference.UpdatedAt);
        var excerpt = excerptLength == 0 ? string.Empty : $"\n{CardText.Escape(CardText.Excerpt(reference.Text, excerptLength))}";
        return new MarkdownElement($"**{reference.Number}.** {Link(place, reference.Url)}{excerpt}\n{CardStyle.Grey(updated)}") { TextSize = CardStyle.Small };
    }

    /// <summary>A button that asks, and the page where the question is answered, as far as there is one.</summary>
    private static CardElement Entry(RelatedQuestion related, int index, CardState state)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"related_{index}");
        if (!CardButtons.IsAskable(related.Question))
            return new MarkdownElement(Link(CardText.Escape(CardText.Shorten(related.Question, TitleLength)), related.Url)) { TextSize = CardStyle.Small };
        var button = CardButtons.Ask(id, related.Question, state);
        return CardText.IsLink(related.Url)
            ? new ColumnSetElement([new ColumnElement([button]), new ColumnElement([new MarkdownElement($"[↗]({CardText.Target(related.Url)})")])])
            : button;
    }

    private static string Link(string label, string? url) => CardText.IsLink(url) ? $"[{label}]({CardText.Target(url)})" : label;
}
