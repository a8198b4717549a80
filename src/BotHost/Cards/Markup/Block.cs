namespace Wenlu.BotHost.Cards.Markup;

/// <summary>A part of a Markdown text that blank lines, a table or a code fence set apart.</summary>
internal abstract record Block
{
    private Block()
    {
    }

    /// <summary>Paragraphs, headings, quotes and lists, line by line.</summary>
    public sealed record Text(IReadOnlyList<string> Lines) : Block;

    /// <param name="Rows">The heading first, without the rule below it.</param>
    public sealed record Table(IReadOnlyList<string> Rows) : Block;

    /// <param name="IsOpen">The text ends before the code does.</param>
    public sealed record Code(string Language, IReadOnlyList<string> Lines, bool IsOpen) : Block;
}
