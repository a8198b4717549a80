namespace Wenlu.BotHost.Llm;

internal enum LlmProvider
{
    None,
    AzureOpenAI,
    OpenAI,
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

    public string EmbeddingModel { get; set; } = "";

    public FallbackOptions Fallback { get; set; } = new();

    /// <summary>How long there may be no response at all; even a busy server answers well within this.</summary>
    public TimeSpan FirstToken { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest silence once a response has begun, be it before its first word.</summary>
    public TimeSpan Stall { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The asker has long gone after three minutes.</summary>
    public TimeSpan Total { get; set; } = TimeSpan.FromSeconds(180);

    internal sealed class FallbackOptions
    {
        public string ChatModel { get; set; } = "";
    }
}
