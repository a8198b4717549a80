using Microsoft.Extensions.Options;
using Wenlu.BotHost.Llm;
using Wenlu.BotHost.Storage;
using Wenlu.Retrieval.Dense;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>One vector from the embedding model, compared with those that are stored.</summary>
internal sealed class EmbeddingCheck(IOptions<LlmOptions> options, IOptions<StorageOptions> storage, TimeProvider time) : ICheck
{
    public Subject Subject { get; } = new("model.embedding", new("向量模型", "embedding model"));

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.HasEmbeddings)
            return [Finding.Note(Subject, ModelTexts.NoEmbeddings)];
        var model = options.Value.EmbeddingModel;
        using var generator = ModelClients.Embeddings(options.Value, model, time);
        try
        {
            var vector = (await generator.GenerateAsync(["连接测试"], cancellationToken: cancellationToken))[0].Vector;
            return Compare(model, vector.Length);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var section = options.Value.Embedding.Endpoint is null ? "Llm" : "Llm:Embedding";
            return [Finding.Failed(Subject, ModelTexts.Fails(model, ModelTrouble.Name(exception)), ModelTexts.Remedy(exception, section))];
        }
    }

    private IReadOnlyList<Finding> Compare(string model, int size)
    {
        try
        {
            var stored = StoredVectors.In(Path.Combine(Path.GetFullPath(storage.Value.Directory), "vectors"));
            if (stored.LastOrDefault(vectors => vectors.Model == model) is { } own)
                return [own.Dimension == size
                    ? Finding.Ok(Subject, ModelTexts.Embeds(model, size))
                    : Finding.Failed(Subject, ModelTexts.SizeDiffers(model, size, own.Dimension), ModelTexts.EmbedAgain)];
            return [stored.Count > 0 ? Finding.Note(Subject, ModelTexts.WillEmbedAgain(model, stored[^1].Model)) : Finding.Ok(Subject, ModelTexts.Embeds(model, size))];
        }
        catch (IOException)
        {
            return [Finding.Ok(Subject, ModelTexts.Embeds(model, size)), Finding.Note(Subject, ModelTexts.StoredElsewhere)];
        }
    }
}
