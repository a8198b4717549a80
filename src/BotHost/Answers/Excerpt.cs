using System.Text.RegularExpressions;
using Markdig;

namespace Wenlu.BotHost.Answers;

/// <summary>The part of a passage that says most about the question, as one line of plain text.</summary>
internal static partial class Excerpt
{
    public const int Longest = 240;

    public static string Of(string markdown, string question)
    {
        var text = Spaces().Replace(Markdown.ToPlainText(markdown), " ").Trim();
        if (text.Length <= Longest)
            return text;
        var start = BestSentence(text, Terms.Of(question));
        return (start > 0 ? "…" : "") + Cut(text[start..]);
    }

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

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[^。！？；!?]+[。！？；!?]*")]
    private static partial Regex Sentences();
}
