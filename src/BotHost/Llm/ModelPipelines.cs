using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Wenlu.BotHost.Llm;

/// <summary>The two ways to call one model: once, or with retries. Both share a circuit breaker.</summary>
internal sealed record ModelPipelines(ResiliencePipeline Once, ResiliencePipeline Retried)
{
    public static ModelPipelines Create(TimeProvider time)
    {
        var once = new ResiliencePipelineBuilder { TimeProvider = time }.AddCircuitBreaker(Breaker()).Build();
        var retried = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(Retry()).AddPipeline(once).Build();
        return new(once, retried);
    }

    // A model that fails half its calls is left alone for a while, so that askers get the passages at once instead of waiting.
    private static CircuitBreakerStrategyOptions Breaker() => new()
    {
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } exception && ModelTrouble.IsOutage(exception)),
        FailureRatio = 0.5,
        MinimumThroughput = 6,
        SamplingDuration = TimeSpan.FromSeconds(60),
        BreakDuration = TimeSpan.FromSeconds(15),
    };

    private static RetryStrategyOptions Retry() => new()
    {
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } exception && ModelTrouble.IsTransient(exception)),
        MaxRetryAttempts = 2,
        Delay = TimeSpan.FromMilliseconds(500),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as ModelCallException)?.RetryAfter),
    };
}
