using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Answers;

/// <summary>The terms of a text as far as comparing needs them: words and codes, and pairs of Chinese characters.</summary>
internal static partial class Terms
{
    public static HashSet<string> Of(string text)
    {
        var terms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match run in Runs().Matches(text))
        {
            if (!IsHan(run.Value[0]))
                terms.Add(run.Value);
            for (var at = 0; IsHan(run.Value[0]) && at + 1 < run.Length; at++)
                terms.Add(run.Value.Substring(at, 2));
        }

        return terms;
    }

    /// <summary>The share, 0 to 1, of the first text's terms that the second one contains.</summary>
    public static double Overlap(HashSet<string> terms, string text)
    {
        if (terms.Count == 0)
            return 0;
        var other = Of(text);
        return (double)terms.Count(other.Contains) / terms.Count;
    }

    private static bool IsHan(char character) => character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');

    [GeneratedRegex(@"[\u3400-\u4DBF\u4E00-\u9FFF]+|[\p{L}\p{Nd}-[\u3400-\u4DBF\u4E00-\u9FFF]][\p{L}\p{Nd}_-[\u3400-\u4DBF\u4E00-\u9FFF]]*")]
    private static partial Regex Runs();
}
