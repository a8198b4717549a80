namespace Wenlu.BotHost.Rerank;

internal enum RerankApi
{
    /// <summary>As Cohere, Jina and most gateways speak it: <c>query</c> and <c>documents</c>.</summary>
    Cohere,

    /// <summary>Hugging Face's text-embeddings-inference: <c>query</c> and <c>texts</c>.</summary>
    Tei,
}

internal sealed class RerankOptions
{
    public const string Section = "Rerank";

    /// <summary>The address that <c>/rerank</c> is under, or that address itself; empty: no reranker.</summary>
    public Uri? Endpoint { get; set; }

    public RerankApi Api { get; set; } = RerankApi.Cohere;

    public string Model { get; set; } = "";

    public string ApiKey { get; set; } = "";

    /// <summary>After this the order that was there stands. An asker sees nothing before it has passed.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMilliseconds(800);
}
