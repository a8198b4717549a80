using System.Globalization;
using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Knowledge;

/// <summary>The numbers that an answered question cites its sources by.</summary>
internal static partial class Citations
{
    public static IEnumerable<int> Of(string markdown) =>
        Citation().Matches(markdown).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));

    /// <summary>A number in brackets that is not a link's text.</summary>
    [GeneratedRegex(@"\[(\d{1,3})\](?![\(\[:])")]
    private static partial Regex Citation();
}
