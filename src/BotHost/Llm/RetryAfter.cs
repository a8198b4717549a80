using System.ClientModel.Primitives;
using System.Globalization;

namespace Wenlu.BotHost.Llm;

/// <summary>The wait that an endpoint asks for, in seconds, as a date or in Azure's milliseconds.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Read(PipelineResponseHeaders? headers, DateTimeOffset now)
    {
        if (headers is null)
            return null;
        if (headers.TryGetValue("retry-after-ms", out var milliseconds) && Number(milliseconds) is { } wait)
            return TimeSpan.FromMilliseconds(wait);
        return headers.TryGetValue("Retry-After", out var value) ? Parse(value, now) : null;
    }

    private static TimeSpan? Parse(string? value, DateTimeOffset now) =>
        Number(value) is { } seconds ? TimeSpan.FromSeconds(seconds)
        : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Positive(date - now)
        : null;

    private static TimeSpan Positive(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    private static double? Number(string? value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 86_400_000 ? number : null;
}
