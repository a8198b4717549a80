using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Rerank;

/// <summary>A reranker behind an address. Late, down or talking nonsense, it costs a search its deadline at most and never its result.</summary>
internal sealed partial class HttpReranker(IRerankApi api, IOptions<RerankOptions> options, TimeProvider time, ILogger<HttpReranker> logger) : IReranker
{
    private readonly ResiliencePipeline patience = Patience(options.Value.Deadline, time);

    public async ValueTask<IReadOnlyList<double>?> ScoreAsync(string question, IReadOnlyList<string> passages, CancellationToken cancellationToken)
    {
        try
        {
            return await patience.ExecuteAsync(async attempt => await AskAsync(question, passages, attempt), cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A message of somebody else's may repeat the question or the key.
            Log.OrderStands(logger, exception.GetType().Name);
            return null;
        }
    }

    /// <summary>One call, whose failure is the caller's.</summary>
    public async Task<IReadOnlyList<double>> AskAsync(string question, IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
        InOrder(await CallAsync(question, passages, cancellationToken), passages.Count);

    private async Task<IEnumerable<(int Index, double Score)>> CallAsync(string question, IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
        options.Value.Api == RerankApi.Tei
            ? (await api.RankTextsAsync(new(question, passages, Truncate: true), cancellationToken)).Select(text => (text.Index, text.Score))
            : (await api.RankDocumentsAsync(new(options.Value.Model, question, passages, passages.Count), cancellationToken))
                .Results.Select(document => (document.Index, document.Score));

    /// <summary>The scores in the order of the passages.</summary>
    /// <exception cref="FormatException">Not every passage has exactly one finite score.</exception>
    internal static IReadOnlyList<double> InOrder(IEnumerable<(int Index, double Score)> scores, int count)
    {
        var ordered = Enumerable.Repeat(double.NaN, count).ToArray();
        foreach (var (index, score) in scores)
            ordered[index >= 0 && index < count && double.IsNaN(ordered[index]) ? index : throw NotOneEach()] = score;
        return ordered.All(double.IsFinite) ? ordered : throw NotOneEach();
    }

    private static FormatException NotOneEach() => new("Not one score for each passage.");

    // The deadline is for the whole answer, its body too. One that keeps failing is left alone for a while: a search then waits for nothing.
    private static ResiliencePipeline Patience(TimeSpan deadline, TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(15),
            ShouldHandle = new PredicateBuilder().Handle<Exception>(exception => exception is not OperationCanceledException),
        })
        .AddTimeout(deadline)
        .Build();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The reranker did not order the passages ({Failure}); the order of the search stands.")]
        public static partial void OrderStands(ILogger logger, string failure);
    }
}
