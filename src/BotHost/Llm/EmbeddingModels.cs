using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Knowledge;
using Wenlu.Retrieval.Dense;

namespace Wenlu.BotHost.Llm;

/// <summary>The embedding models by name: the one of the settings and, after a change of it, the one whose vectors still serve.</summary>
internal sealed class EmbeddingModels(IOptions<LlmOptions> options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, IEmbeddingGenerator<string, Embedding<float>>> generators = new();

    /// <summary>Vectors kept in a folder; null without an embedding model. Whoever asks runs and disposes of them.</summary>
    public EmbeddingIndex? CreateIndex(string folder) => options.Value.HasEmbeddings ? new EmbeddingIndex(folder, Settings(), Generator, time) : null;

    public void Dispose()
    {
        foreach (var generator in generators.Values)
            generator.Dispose();
    }

    private EmbeddingOptions Settings() => new(options.Value.EmbeddingModel)
    {
        RequestsPerMinute = options.Value.Embedding.RequestsPerMinute,
        QueryDeadline = options.Value.Embedding.Deadline,
        MeasuredOn = [AccessLabels.Everyone, AccessLabels.Tenant],
    };

    private IEmbeddingGenerator<string, Embedding<float>> Generator(string model) =>
        generators.GetOrAdd(model, name => ModelClients.Embeddings(options.Value, name, time));
}
