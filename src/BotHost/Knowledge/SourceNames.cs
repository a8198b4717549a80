using System.Globalization;
using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Knowledge;

/// <summary>How an answer names what it rests on: article ids, each with an optional #anchor, cited by their number from 1.</summary>
internal static partial class SourceNames
{
    public const int Most = 20;

    public static bool IsSource(string text) => Source().IsMatch(text);

    public static string IdOf(string source) => source.Split('#', 2)[0];

    public static string? AnchorOf(string source) => source.Split('#', 2) is [_, var anchor] ? anchor : null;

    public static void CheckCitations(string markdown, IReadOnlyList<string> sources, FieldErrors errors)
    {
        var cited = Citation().Matches(markdown).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        foreach (var number in cited.Where(number => number < 1 || number > sources.Count).Distinct())
            errors.Add("sources", FieldTexts.NoSuchSource(number, sources.Count));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._~:-]{1,128}(#\S{1,200})?\z")]
    private static partial Regex Source();

    /// <summary>A number in brackets that is not a link's text.</summary>
    [GeneratedRegex(@"\[(\d{1,3})\](?![\(\[:])")]
    private static partial Regex Citation();
}
