using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Wenlu.BotHost.Feishu;

/// <summary>
/// Around every call: a total timeout, retries that honour the wait the platform asks for, and a circuit breaker; around every
/// try, a timeout. A long wait is not spent here: it goes back to the inbox.
/// </summary>
internal static class FeishuResilience
{
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(30);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) => pipeline
        .AddTimeout(TotalTimeout)
        .AddRetry(Retry())
        .AddCircuitBreaker(Breaker());

    public static void ConfigureAttempt(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) => pipeline.AddTimeout(AttemptTimeout);

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
            _ when FeishuOperation.IsFrame(operation) => false,
            // A sign that somebody is at it is worth one call, and must not be there twice.
            _ when operation == FeishuOperation.AddReaction => false,
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
}
