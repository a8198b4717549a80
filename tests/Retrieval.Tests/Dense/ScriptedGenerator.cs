using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace Wenlu.Retrieval.Tests.Dense;

/// <summary>A model that embeds as a test says, and remembers what it was asked.</summary>
internal sealed class ScriptedGenerator(Func<string, float[]> embed) : IEmbeddingGenerator<string, Embedding<float>>
{
    public ConcurrentQueue<string[]> Requests { get; } = [];

    /// <summary>Called before every answer; may throw or take its time.</summary>
    public Func<string[], CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>How many vectors are missing at the end of an answer.</summary>
    public Func<string[], int> Drops { get; set; } = _ => 0;

    public IEnumerable<string> Texts => Requests.SelectMany(request => request);

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToArray();
        Requests.Enqueue(texts);
        await Before(texts, cancellationToken);
        return [.. texts.SkipLast(Drops(texts)).Select(text => new Embedding<float>(embed(text)))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
