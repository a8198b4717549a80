using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Wenlu.Retrieval.Analysis;

/// <summary>
/// Numbers written in Chinese, in Arabic figures, so that 三千五百 and 3500, 第三 and 第3, 百分之五 and 5% meet. A single character is
/// a number only where something is counted: 一 and 十 are mostly parts of words (一些, 十分).
/// </summary>
internal static partial class ChineseNumbers
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly SearchValues<char> Any = SearchValues.Create("零〇一二三四五六七八九两十百千万亿");
    private static readonly SearchValues<char> Counting = SearchValues.Create("一二三四五六七八九两");
    private static readonly SearchValues<char> Units = SearchValues.Create("十百千万亿");

    // Beyond it no exact figure is kept, and nobody writes one out.
    private const double Greatest = 1e15;

    /// <summary>The numbers of a folded ideographic run, in order.</summary>
    public static IReadOnlyList<string> In(string run)
    {
        // Most runs hold none, and pass without the expression.
        if (!run.AsSpan().ContainsAny(Any))
            return [];
        var figures = new List<string>();
        foreach (var match in Written().EnumerateMatches(run))
            if (ValueOf(run.AsSpan(match.Index, match.Length)) is { } value and <= Greatest)
                figures.Add(value.ToString("F0", CultureInfo.InvariantCulture));
        return figures;
    }

    private static double? ValueOf(ReadOnlySpan<char> written)
    {
        if (written.Length == 1)
            return written[0] == '十' ? 10 : DigitOf(written[0]);
        if (!written.ContainsAny(Units))
            return written.Length == 4 || written.ContainsAny('零', '〇') ? DigitByDigit(written) : null;
        return written.ContainsAny(Counting) ? ByUnits(written) : null;
    }

    // 二〇二六: a year, a number read out.
    private static double DigitByDigit(ReadOnlySpan<char> written)
    {
        var value = 0.0;
        foreach (var digit in written)
            value = (value * 10) + DigitOf(digit);
        return value;
    }

    private static double ByUnits(ReadOnlySpan<char> written)
    {
        var (total, section, digit, unit) = (0.0, 0.0, 0.0, 0.0);
        foreach (var character in written)
        {
            var size = UnitOf(character);
            if (size == 0)
                (digit, unit) = (DigitOf(character), character is '零' or '〇' ? 0 : unit);
            else if (size < 10_000)
                (section, digit, unit) = (section + (size * (digit == 0 ? 1 : digit)), 0, size);
            else
                (total, section, digit, unit) = (size == 10_000 ? total + (size * (section + digit)) : size * (total + section + digit), 0, 0, size);
        }
        // 三千五 is short for 三千五百, 三千零五 says the other.
        return total + section + (unit > 10 ? digit * unit / 10 : digit);
    }

    private static double DigitOf(char character) => character switch { '两' => 2, '〇' => 0, _ => Digits.IndexOf(character) };

    private static double UnitOf(char character) => character switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 1e4, '亿' => 1e8, _ => 0 };

    [GeneratedRegex("[零〇一二三四五六七八九两十百千万亿]{2,32}|(?<=第|分之)[一二三四五六七八九十]|[一二三四五六七八九两十](?=天|年|月|日|倍|周|个月|小时|分钟)")]
    private static partial Regex Written();
}
