namespace Wenlu.BotHost.Wiki.Docx;

internal static class CodeBlock
{
    private const int ShortestFence = 3;

    /// <summary>Fenced by more backticks than stand anywhere in it; no lines for no code.</summary>
    public static IReadOnlyList<string> Write(string code, string language)
    {
        if (string.IsNullOrWhiteSpace(code))
            return [];
        var fence = new string('`', Math.Max(ShortestFence, InlineMarkdown.LongestRun(code) + 1));
        return [$"{fence}{language}", .. code.Trim('\n').Split('\n'), fence];
    }
}
