using System.Text.Json.Serialization;
using Refit;

namespace Wenlu.BotHost.Rerank;

/// <summary>The two dialects of one call: a question and texts in, a score for each text out, best first.</summary>
internal interface IRerankApi
{
    /// <summary>https://docs.cohere.com/reference/rerank and https://jina.ai/reranker — the results name their document by index.</summary>
    [Post("/rerank")]
    Task<RankedDocuments> RankDocumentsAsync([Body] DocumentsToRank request, CancellationToken cancellationToken);

    /// <summary>https://huggingface.github.io/text-embeddings-inference — truncation asked for, since a text that is too long is an error otherwise.</summary>
    [Post("/rerank")]
    Task<IReadOnlyList<RankedText>> RankTextsAsync([Body] TextsToRank request, CancellationToken cancellationToken);
}

internal sealed record DocumentsToRank(
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("query")] string Query,
    [property: JsonPropertyName("documents")] IReadOnlyList<string> Documents,
    [property: JsonPropertyName("top_n")] int TopN);

internal sealed record RankedDocuments([property: JsonPropertyName("results")] IReadOnlyList<RankedDocument> Results);

internal sealed record RankedDocument([property: JsonPropertyName("index")] int Index, [property: JsonPropertyName("relevance_score")] double Score);

internal sealed record TextsToRank(
    [property: JsonPropertyName("query")] string Query,
    [property: JsonPropertyName("texts")] IReadOnlyList<string> Texts,
    [property: JsonPropertyName("truncate")] bool Truncate);

internal sealed record RankedText([property: JsonPropertyName("index")] int Index, [property: JsonPropertyName("score")] double Score);

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DocumentsToRank))]
[JsonSerializable(typeof(RankedDocuments))]
[JsonSerializable(typeof(TextsToRank))]
[JsonSerializable(typeof(IReadOnlyList<RankedText>))]
internal sealed partial class RerankJson : JsonSerializerContext;
