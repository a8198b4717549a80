using System.Buffers;

namespace Wenlu.BotHost.Answers.Markup;

/// <summary>Addresses that stand in running text without any markup; chat clients and web pages make links of them.</summary>
internal static class BareUrl
{
    public const int Longest = 2000;

    private const int LongestWord = 64;
    private const string Punctuation = ".,;:!?'*_~";
    private const string Scheme = "://";

    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+.-");

    private static readonly SearchValues<char> UrlCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%");

    /// <summary>Reads a word and tells whether an address begins with it.</summary>
    public static Reading ReadWord(ReadOnlySpan<char> text, bool final, out int length)
    {
        var end = text.IndexOfAnyExcept(WordCharacters);
        length = Math.Min(end < 0 ? text.Length : end, LongestWord);
        if (end < 0 && text.Length < LongestWord + Scheme.Length && !final)
            return Reading.NotYet;
        var after = text[length..];
        if (after.Length < Scheme.Length && Scheme.AsSpan().StartsWith(after) && !final)
            return Reading.NotYet;
        return after.StartsWith(Scheme) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? Reading.Yes : Reading.No;
    }

    /// <summary>Reads the address itself, without the punctuation of the sentence around it.</summary>
    public static Reading Read(ReadOnlySpan<char> text, bool final, out string url)
    {
        var end = text.IndexOfAnyExcept(UrlCharacters);
        url = "";
        if (end < 0 && text.Length < Longest && !final)
            return Reading.NotYet;
        url = WithoutPunctuation(text[..Math.Min(end < 0 ? text.Length : end, Longest)]).ToString();
        return Reading.Yes;
    }

    public static string WithoutScheme(string url) => url.IndexOf(Scheme, StringComparison.Ordinal) is >= 0 and var at ? url[(at + Scheme.Length)..] : url;

    private static ReadOnlySpan<char> WithoutPunctuation(ReadOnlySpan<char> url)
    {
        url = url.TrimEnd(Punctuation);
        while (url.EndsWith(")") && url.Count(')') > url.Count('('))
            url = url[..^1].TrimEnd(Punctuation);
        return url;
    }
}
