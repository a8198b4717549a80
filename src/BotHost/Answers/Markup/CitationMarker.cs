namespace Wenlu.BotHost.Answers.Markup;

internal enum Reading
{
    /// <summary>It is something else.</summary>
    No,

    /// <summary>What comes next decides.</summary>
    NotYet,

    Yes,
}

/// <summary>The spellings of a citation: [1] 【1】 ［1］ [^1] [1,2] [1、2] [1-3] \[1\], and 【1†…】 of models that were trained to it.</summary>
internal static class CitationMarker
{
    // Longer than any honest list of passages.
    private const int LongestMarker = 80;

    private const string Separators = ",，、;；";
    private const string Dashes = "-–—~～";

    public static Reading Read(ReadOnlySpan<char> text, out int length, out IReadOnlyList<int> passages)
    {
        passages = [];
        length = 0;
        var end = text[..Math.Min(text.Length, LongestMarker)].IndexOf(ClosingOf(text[0]));
        if (end < 0)
            return text.Length < LongestMarker && CouldBe(text[1..]) ? Reading.NotYet : Reading.No;
        if (!CouldBe(text[1..end]) || Numbers(Content(text[1..end])) is not { Count: > 0 } numbers)
            return Reading.No;
        passages = numbers;
        length = end + 1;
        return Reading.Yes;
    }

    /// <summary>The passages that a link's label cites, as in [1](…) and [[1]](…), or null when it says something else.</summary>
    public static IReadOnlyList<int>? ReadLabel(string label)
    {
        var marker = $"[{label.Trim().Trim('[', ']', '【', '】', '［', '］', '\\')}]";
        return Read(marker, out var length, out var passages) == Reading.Yes && length == marker.Length ? passages : null;
    }

    private static char ClosingOf(char opening) => opening switch { '[' => ']', '【' => '】', _ => '］' };

    private static bool CouldBe(ReadOnlySpan<char> content)
    {
        content = Content(content);
        foreach (var character in content)
        {
            if (Digit(character) < 0 && character != ' ' && !Separators.Contains(character) && !Dashes.Contains(character))
                return false;
        }

        return true;
    }

    private static ReadOnlySpan<char> Content(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ').TrimStart('^').TrimEnd('\\');
        return text.IndexOf('†') is >= 0 and var note ? text[..note] : text;
    }

    private static List<int>? Numbers(ReadOnlySpan<char> content)
    {
        var numbers = new List<int>();
        foreach (var part in content.SplitAny(Separators))
        {
            if (!TryRange(content[part].Trim(' '), out var from, out var to))
                return null;
            numbers.AddRange(Enumerable.Range(from, to - from + 1));
        }

        return numbers;
    }

    private static bool TryRange(ReadOnlySpan<char> part, out int from, out int to)
    {
        var dash = part.IndexOfAny(Dashes);
        from = Number(dash < 0 ? part : part[..dash].TrimEnd(' '));
        to = dash < 0 ? from : Number(part[(dash + 1)..].TrimStart(' '));
        return from >= 0 && to >= from;
    }

    // Four digits are a year or a file number, as in 财税[2019]13号, never a passage.
    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = digits.Length is >= 1 and <= 3 ? 0 : -1;
        foreach (var character in digits)
        {
            if (number >= 0)
                number = Digit(character) is >= 0 and var digit ? (number * 10) + digit : -1;
        }

        return number;
    }

    private static int Digit(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= '０' and <= '９' => character - '０',
        _ => -1,
    };
}
