using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Interruptions;

/// <summary>The wish for no more answer: <c>/stop</c>, <c>stop</c>, <c>/停止</c>, <c>停止</c>, and not a word besides.</summary>
internal static partial class StopWish
{
    public static bool IsSaid(string text) => Wish().IsMatch(text);

    /// <summary>Whether there can be one in this envelope, for much less than reading it costs; either word may be escaped.</summary>
    public static bool MayBeIn(string envelope) =>
        envelope.Contains("stop", StringComparison.OrdinalIgnoreCase)
        || envelope.Contains('停', StringComparison.Ordinal)
        || envelope.Contains("\\u505c", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*/?(?:stop|停止)[\s。.!！]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wish();
}
