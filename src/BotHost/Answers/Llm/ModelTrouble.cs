using System.ClientModel;
using System.Globalization;

namespace Wenlu.BotHost.Answers.Llm;

/// <summary>The model answered, but with nothing that can be used: refused, filtered, empty or broken off.</summary>
internal sealed class UnusableAnswerException(string cause) : Exception(cause);

/// <summary>What a failed call means for the next one.</summary>
internal static class ModelTrouble
{
    /// <summary>A wait longer than this is an outage to the asker: the next model is tried instead.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>Worth the same call again. A model that was silent for its whole time is not: the asker has waited long enough.</summary>
    public static bool IsTransient(Exception exception, DateTimeOffset now) => exception switch
    {
        ClientResultException { Status: 0 or 408 or 429 or >= 500 } answered => !(RetryAfter(answered, now) > LongestWait),
        HttpRequestException or IOException => true,
        _ => false,
    };

    /// <summary>Another model may do better. Not with a question that was filtered or refused: that verdict stands.</summary>
    public static bool IsWorthAnotherModel(Exception exception) =>
        exception is not (OperationCanceledException or UnusableAnswerException)
        && !(exception is ClientResultException { Status: 400 } && exception.Message.Contains("content_filter", StringComparison.Ordinal));

    /// <summary>Says that the model itself is in trouble, as opposed to this question being unwelcome.</summary>
    public static bool IsOutage(Exception exception) => exception is not (OperationCanceledException or UnusableAnswerException or ClientResultException { Status: 400 });

    public static TimeSpan? RetryAfter(Exception? exception, DateTimeOffset now)
    {
        if ((exception as ClientResultException)?.GetRawResponse()?.Headers is not { } headers)
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
