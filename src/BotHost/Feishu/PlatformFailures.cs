using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Wenlu.BotHost.Feishu;

/// <summary>What a failed call means for whoever made it.</summary>
internal static class PlatformFailures
{
    /// <summary>The same operation, with its next sequence number, may work in a moment.</summary>
    public static bool MayPass(Exception? failure) => failure switch
    {
        FeishuApiException exception => exception.IsFault || exception.IsCardInUse || exception.Code == FeishuCodes.SequenceNotIncreasing,
        _ => IsUnreachable(failure),
    };

    public static bool IsUnreachable(Exception? failure) => failure is HttpRequestException or TimeoutRejectedException or BrokenCircuitException;
}
