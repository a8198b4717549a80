namespace Wenlu.BotHost.Attachments;

internal static class MarkdownCell
{
    /// <summary>A cell is one line, and a bar in it is not the end of it.</summary>
    public static string Of(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Trim();
}
