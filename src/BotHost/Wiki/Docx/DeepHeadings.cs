namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>Headings of nine levels in the six of Markdown: what is below the sixth names, like a path, the headings that it is under.</summary>
internal sealed class DeepHeadings
{
    private const int Deepest = 6;

    /// <summary>Longer headings are cut where headings are read.</summary>
    public const int Longest = 200;

    private readonly List<(int Level, string Text)> open = [];

    /// <summary>The heading's level in Markdown, and its text there.</summary>
    public (int Level, string Text) Enter(int level, string text)
    {
        open.RemoveAll(above => above.Level >= level);
        if (level < Deepest)
            return (level, text);
        open.Add((level, text));
        var path = string.Join(" › ", open.Select(heading => heading.Text));
        return (Deepest, path.Length > Longest ? text : path);
    }
}
