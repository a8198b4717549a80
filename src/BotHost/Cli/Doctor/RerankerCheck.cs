using System.Diagnostics;
using Microsoft.Extensions.Options;
using Refit;
using Wenlu.BotHost.Rerank;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>The reranker, if one is set, with two passages.</summary>
internal sealed class RerankerCheck(IServiceProvider services, IOptions<RerankOptions> options) : ICheck
{
    private static readonly string[] Passages = ["入职满一年者，年假十天。", "食堂在二楼。"];

    public Subject Subject { get; } = new("reranker", new("重排模型", "reranker"));

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (services.GetService<IReranker>() is not HttpReranker reranker)
            return [Finding.Note(Subject, ModelTexts.NoReranker)];
        var name = options.Value.Model is { Length: > 0 } model ? model : "reranker";
        try
        {
            // The first call also connects; an asker's does not.
            await reranker.AskAsync("年假有几天？", Passages, cancellationToken);
            var watch = Stopwatch.StartNew();
            await reranker.AskAsync("年假有几天？", Passages, cancellationToken);
            return [watch.Elapsed <= options.Value.Deadline
                ? Finding.Ok(Subject, ModelTexts.Orders(name))
                : Finding.Warning(Subject, ModelTexts.OrdersLate(name, watch.Elapsed, options.Value.Deadline), ModelTexts.RaiseDeadline)];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var failure = exception is ApiException api ? $"HTTP {(int)api.StatusCode}" : exception.GetType().Name;
            return [Finding.Failed(Subject, ModelTexts.Fails(name, failure), ModelTexts.Remedy(exception, "Rerank"))];
        }
    }
}
