using System.Globalization;

namespace Wenlu.BotHost.Events;

/// <summary>Times are strings of digits, of milliseconds mostly and of microseconds in callbacks; only their length tells.</summary>
internal static class PlatformTime
{
    private const long LatestMilliseconds = 253_402_300_799_999;

    public static DateTimeOffset? Parse(string? digits)
    {
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var milliseconds = digits.Length >= 16 ? number / 1000 : number;
        return milliseconds <= LatestMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }
}
