namespace Wenlu.BotHost.Cards;

/// <summary>What small print looks like on our cards.</summary>
internal static class CardStyle
{
    public const string Small = "notation";

    public static MarkdownElement Note(string text, string elementId) => new(Grey(text)) { ElementId = elementId, TextSize = Small };

    public static MarkdownElement Note(Bilingual text, Language language, string elementId) => Note(text.In(language), elementId);

    public static string Grey(string text) => $"<font color='grey'>{text}</font>";
}
