using System.Globalization;
using System.Text.RegularExpressions;

namespace Wenlu.Retrieval.Related;

/// <summary>The numbers a question names: 7B and 70B differ, 三天 and 3 天 do not.</summary>
internal static partial class QuestionNumbers
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly Dictionary<char, long> Units = new() { ['十'] = 10, ['百'] = 100, ['千'] = 1_000, ['万'] = 10_000, ['亿'] = 100_000_000 };

    /// <summary>The text with its Chinese numerals as digits, where they count something.</summary>
    public static string InDigits(string text) =>
        Chinese().Replace(text, match => ValueOf(match.Value.Replace('两', '二')).ToString(CultureInfo.InvariantCulture));

    /// <summary>Distinct values.</summary>
    /// <param name="text">From <see cref="QuestionText"/>.</param>
    public static IReadOnlySet<double> Of(string text) =>
        Arabic().Matches(text).Select(match => double.Parse(match.ValueSpan, CultureInfo.InvariantCulture)).ToHashSet();

    // 三百二十 is 3 × 100 + 2 × 10; what stands before 万 and 亿 is multiplied as a whole.
    private static long ValueOf(string numeral)
    {
        var (total, section, digit) = (0L, 0L, 0L);
        foreach (var character in numeral)
        {
            var unit = Units.GetValueOrDefault(character);
            if (unit == 0)
                digit = Digits.IndexOf(character, StringComparison.Ordinal);
            else if (unit < 10_000)
                (section, digit) = (section + Math.Max(digit, 1) * unit, 0);
            else
                (total, section, digit) = (total + Math.Max(section + digit, 1) * unit, 0, 0);
        }
        return total + section + digit;
    }

    [GeneratedRegex(@"[0-9]+(?:\.[0-9]+)?")]
    private static partial Regex Arabic();

    // Only before what is counted: 一下, 一样 and 千万 (by all means) are no numbers, and 哪一天 asks for one.
    [GeneratedRegex("(?<![哪这那每零一二三四五六七八九十两百千万亿])[零一二三四五六七八九十两百千万亿]{1,12}(?=[天年月周岁级号分秒次条元块米张倍位版]|小时|个(?:月|小时|人))")]
    private static partial Regex Chinese();
}
