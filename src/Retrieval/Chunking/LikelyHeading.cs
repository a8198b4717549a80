using System.Buffers;
using System.Text.RegularExpressions;

namespace Wenlu.Retrieval.Chunking;

/// <summary>What a line looks like that is a heading to its reader and not to Markdown; outer ones first, all below Markdown's six.</summary>
internal enum HeadingStyle { Chapter = 7, Part, Numbered, Bracketed, Bold, Question }

/// <summary>A line that may be a heading.</summary>
/// <param name="Style">How it is marked.</param>
/// <param name="Text">What it says, without emphasis; a question also without its number or label.</param>
/// <param name="Number">The number it carries; 0 when it carries none that must go on from the one before.</param>
internal sealed partial record LikelyHeading(HeadingStyle Style, string Text, int Number)
{
    private const int MaxQuestion = 150;
    private const int MaxTitle = 40;
    // Most lines are ordinary text, and their first character shows it.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create($"*_Qq问提第(（0123456789{Numerals}");
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。；！？;!?");
    private const string Numerals = "一二三四五六七八九十";

    /// <summary>Null for a line of ordinary text.</summary>
    /// <param name="line">One line without its indentation.</param>
    /// <param name="numbered">Whether the marker of a list item stood before it.</param>
    public static LikelyHeading? Read(string line, bool numbered = false)
    {
        var text = line.Trim();
        if (text.Length is 0 or > MaxQuestion || !numbered && !Beginnings.Contains(text[0]))
            return null;
        var bold = Emphasis().Match(text);
        var plain = (bold.Success ? bold.Groups["text"].Value : text.Replace("**", "", StringComparison.Ordinal)).Trim();
        return AsQuestion(plain, numbered || bold.Success) ?? AsTitle(plain, bold.Success);
    }

    private static LikelyHeading? AsQuestion(string plain, bool marked)
    {
        if (Label().Match(plain) is { Success: true } label)
            return new(HeadingStyle.Question, label.Groups["text"].Value, 0);
        var number = Order().Match(plain);
        var question = number.Success ? number.Groups["text"].Value : plain;
        return (marked || number.Success) && question.Length > 1 && question[^1] is '？' or '?' ? new(HeadingStyle.Question, question, 0) : null;
    }

    private static LikelyHeading? AsTitle(string plain, bool bold)
    {
        if (plain.Length is 0 or > MaxTitle || plain.AsSpan().ContainsAny(SentenceMarks) || plain[^1] is '，' or ',' or '.' or '、')
            return null;
        if (Title().Match(plain) is { Success: true } title)
            return new(StyleOf(title), plain, NumberOf(title.Groups["number"].Value));
        return bold && plain[^1] is not ('：' or ':') ? new(HeadingStyle.Bold, plain, 0) : null;
    }

    private static HeadingStyle StyleOf(Match title) =>
        title.Groups["chapter"].Success ? HeadingStyle.Chapter
        : title.Groups["part"].Success ? HeadingStyle.Part
        : title.Groups["bracket"].Success ? HeadingStyle.Bracketed
        : HeadingStyle.Numbered;

    // 十 stands for one ten, 二十三 for twenty-three; chapters beyond 99 are not numbered by hand.
    private static int NumberOf(string numeral)
    {
        if (int.TryParse(numeral, out var number))
            return number;
        var ten = numeral.IndexOf('十');
        return ten < 0
            ? Digit(numeral)
            : 10 * (ten == 0 ? 1 : Digit(numeral[..ten])) + (ten + 1 < numeral.Length ? Digit(numeral[(ten + 1)..]) : 0);
    }

    private static int Digit(string numeral) => Numerals.IndexOf(numeral[0], StringComparison.Ordinal) + 1;

    [GeneratedRegex(@"^(?<mark>\*\*|__)(?<text>(?:(?!\k<mark>).)+)\k<mark>$", RegexOptions.ExplicitCapture)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"^(?:(?:q|question|问|问题|提问)\s*\d{0,3}\s*[:：]|q\d{1,3}\s*[.、．])\s*(?<text>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、．)）]|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）])\s*(?<text>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Order();

    [GeneratedRegex(@"^(?:第\s?(?<number>[一二三四五六七八九十]{1,3}|\d{1,2})\s?(?:(?<chapter>[章篇编])|(?<part>节|部分))(?:[\s:：、].*|)|(?<bracket>[（(])(?<number>[一二三四五六七八九十]{1,3})[)）].+|(?<number>[一二三四五六七八九十]{1,3})、.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Title();
}
