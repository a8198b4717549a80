namespace Wenlu.BotHost.Llm;

internal enum LlmProvider
{
    None,
    AzureOpenAI,
    OpenAI,
}

/// <summary>Whether the chat model looks at pictures.</summary>
internal enum Vision
{
    /// <summary>It is shown one; if it refuses, it is not shown others for a while.</summary>
    Auto,

    Yes,
    No,
}

internal sealed class LlmOptions
{
    public const string Section = "Llm";

    public LlmProvider Provider { get; set; }

    /// <summary>Empty means the public OpenAI service; Azure always needs one.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Empty on Azure means Entra ID; empty on another endpoint means one that asks for no key, as local servers do.</summary>
    public string ApiKey { get; set; } = "";

    public string ChatModel { get; set; } = "";

    public Vision Vision { get; set; }

    /// <summary>Empty: passages are found by their words alone.</summary>
    public string EmbeddingModel { get; set; } = "";

    public EmbeddingOptions Embedding { get; set; } = new();

    public FallbackOptions Fallback { get; set; } = new();

    /// <summary>How long there may be no response at all; even a busy server answers well within this.</summary>
    public TimeSpan FirstToken { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest silence once a response has begun, be it before its first word.</summary>
    public TimeSpan Stall { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The asker has long gone after three minutes.</summary>
    public TimeSpan Total { get; set; } = TimeSpan.FromSeconds(180);

    public bool HasEmbeddings => EmbeddingModel.Length > 0 && (Embedding.Provider ?? Provider) != LlmProvider.None;

    /// <summary>These options with what is set for embeddings in its place: they often come from another server than the answers.</summary>
    public LlmOptions ForEmbeddings() => new()
    {
        Provider = Embedding.Provider ?? Provider,
        Endpoint = Embedding.Endpoint ?? Endpoint,
        ApiKey = Embedding.Endpoint is null ? ApiKey : Embedding.ApiKey,
        EmbeddingModel = EmbeddingModel,
        FirstToken = FirstToken,
        Total = Total,
    };

    /// <summary>What is empty is as for the chat model.</summary>
    internal sealed class EmbeddingOptions
    {
        public LlmProvider? Provider { get; set; }

        public Uri? Endpoint { get; set; }

        /// <summary>Used with <see cref="Endpoint"/>: one server's key is not shown to another.</summary>
        public string ApiKey { get; set; } = "";

        /// <summary>Below the limits of every service we know; a knowledge base of 10,000 passages takes about two minutes.</summary>
        public int RequestsPerMinute { get; set; } = 300;

        /// <summary>How long a search waits for the vector of its question; after this it goes by words alone.</summary>
        public TimeSpan Deadline { get; set; } = TimeSpan.FromMilliseconds(800);
    }

    internal sealed class FallbackOptions
    {
        public string ChatModel { get; set; } = "";
    }
}
