using System.Globalization;

namespace Wenlu.BotHost.Knowledge;

internal static class QueryNumber
{
    /// <summary>The number in a query string, or what stands for none; null when it is no number of that range.</summary>
    public static long? Read(string? text, long unset, long from, long to)
    {
        if (string.IsNullOrEmpty(text))
            return unset;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number : null;
    }
}
