using System.Net;
using System.Threading.RateLimiting;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Wenlu.BotHost.Feishu;

/// <summary>
/// One pipeline around every call: a total and an attempt timeout, the app's own 50 calls a second, retries that honour
/// the wait the platform asks for, and a circuit breaker. A long wait is not spent here: it goes back to the inbox.
/// </summary>
internal static class FeishuResilience
{
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(30);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) => pipeline
        .AddTimeout(TotalTimeout)
        .AddRetry(Retry())
        .AddCircuitBreaker(Breaker())
        .AddRateLimiter(new TokenBucketRateLimiter(AppLimit()))
        .AddTimeout(AttemptTimeout);

    private static RetryStrategyOptions<HttpResponseMessage> Retry() => new()
    {
        MaxRetryAttempts = 3,
        Delay = TimeSpan.FromMilliseconds(300),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = arguments => ValueTask.FromResult(MayRepeat(arguments.Context.GetRequestMessage(), arguments.Outcome.Exception)),
        DelayGenerator = arguments => ValueTask.FromResult(Wait(arguments.Outcome.Exception)),
    };

    private static bool MayRepeat(HttpRequestMessage? request, Exception? failure)
    {
        var operation = request is null ? string.Empty : FeishuOperation.Of(request);
        return failure switch
        {
            // A frame that comes too late is worth nothing: the next one carries all of its text.
            _ when operation == FeishuOperation.StreamText => false,
            FeishuApiException { IsRateLimit: true } limited => (limited.RetryAfter ?? TimeSpan.Zero) <= LongestWait,
            _ when FeishuOperation.IsSequenced(operation) => false,
            FeishuApiException { IsCardInUse: true } => true,
            _ => IsFault(failure),
        };
    }

    private static TimeSpan? Wait(Exception? failure) => failure is FeishuApiException { RetryAfter: { } wait }
        ? wait + TimeSpan.FromMilliseconds(Random.Shared.Next(20, 200))
        : null;

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker() => new()
    {
        FailureRatio = 0.8,
        MinimumThroughput = 20,
        SamplingDuration = TimeSpan.FromSeconds(20),
        BreakDuration = TimeSpan.FromSeconds(3),
        ShouldHandle = arguments => ValueTask.FromResult(IsFault(arguments.Outcome.Exception)),
    };

    private static bool IsFault(Exception? failure) => failure switch
    {
        FeishuApiException exception => exception.IsFault || exception.Status == HttpStatusCode.RequestTimeout,
        HttpRequestException or TimeoutRejectedException => true,
        _ => false,
    };

    private static TokenBucketRateLimiterOptions AppLimit() => new()
    {
        TokenLimit = 25,
        TokensPerPeriod = 9,
        ReplenishmentPeriod = TimeSpan.FromMilliseconds(200),
        QueueLimit = int.MaxValue,
    };
}
