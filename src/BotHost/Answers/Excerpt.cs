using System.Text.RegularExpressions;
using Markdig;

namespace Wenlu.BotHost.Answers;

/// <summary>The part of a passage that says most about the question, as one line of plain text.</summary>
internal static partial class Excerpt
{
    public const int Longest = 240;

    public static string Of(string markdown, string question)
    {
        var text = Spaces().Replace(Markdown.ToPlainText(WithoutTables(markdown)), " ").Trim();
        if (text.Length <= Longest)
            return text;
        var start = BestSentence(text, Terms.Of(question));
        return (start > 0 ? "…" : "") + Cut(text[start..]);
    }

    /// <summary>A table's rows as sentences of their cells: on one line its borders would be noise.</summary>
    private static string WithoutTables(string markdown) => Rows().Replace(Borders().Replace(markdown, string.Empty), row =>
        string.Join(" · ", row.Groups[1].Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        + (Languages.Of(row.Value) == Language.Chinese ? "；" : "; "));

    private static int BestSentence(string text, HashSet<string> asked) =>
        Sentences().Matches(text).Where(sentence => sentence.Length > 1)
            .MaxBy(sentence => Terms.Overlap(asked, sentence.Value))?.Index ?? 0;

    private static string Cut(string text)
    {
        if (text.Length <= Longest)
            return text;
        var end = text.LastIndexOfAny(SentenceEnds, Longest - 1);
        if (end >= Longest / 2)
            return text[..(end + 1)];
        return text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }

    private static readonly char[] SentenceEnds = ['。', '！', '？', '；', '!', '?', '\n'];

    /// <summary>The line between a table's head and its rows.</summary>
    [GeneratedRegex(@"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*(\r?\n|\z)", RegexOptions.Multiline)]
    private static partial Regex Borders();

    [GeneratedRegex(@"^[ \t]*\|(.+)\|[ \t]*(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[^。！？；!?]+[。！？；!?]*")]
    private static partial Regex Sentences();
}
