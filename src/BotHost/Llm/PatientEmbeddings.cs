using Microsoft.Extensions.AI;

namespace Wenlu.BotHost.Llm;

/// <summary>Embeddings with retries, whose failures say nothing of what was embedded. A dead service is soon left alone.</summary>
internal sealed class PatientEmbeddings(IEmbeddingGenerator<string, Embedding<float>> generator, TimeProvider time)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(generator)
{
    private readonly ModelPipelines pipelines = ModelPipelines.Create(time);

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        await pipelines.Retried.ExecuteAsync(async attempt => await CallAsync(values, options, attempt), cancellationToken);

    private async Task<GeneratedEmbeddings<Embedding<float>>> CallAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GenerateAsync(values, options, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw ModelCallException.From(exception, time.GetUtcNow());
        }
    }
}
