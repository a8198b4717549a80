using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OpenAI;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Llm;

/// <summary>The clients of each dialect. The SDK's own retries are off: <see cref="ModelPipelines"/> counts them.</summary>
internal static class ModelClients
{
    // Asked of Entra ID for every Azure model endpoint, classic and v1.
    private const string AzureScope = "https://cognitiveservices.azure.com/.default";

    // Telemetry gets no logger: it would log each failure with its stack, and what a failure means is logged where it is decided.
    public static IChatClient Chat(LlmOptions options, string model, TimeProvider time) =>
        new DiscreetChatClient(Connect(options).GetChatClient(model).AsIChatClient(), time).AsBuilder()
            .UseOpenTelemetry(sourceName: BotTelemetry.Name, configure: telemetry => telemetry.EnableSensitiveData = false)
            .Build();

    public static IEmbeddingGenerator<string, Embedding<float>> Embeddings(LlmOptions options, string model, TimeProvider time) =>
        new PatientEmbeddings(Connect(options.ForEmbeddings()).GetEmbeddingClient(model).AsIEmbeddingGenerator(), time).AsBuilder()
            .UseOpenTelemetry(sourceName: BotTelemetry.Name, configure: telemetry => telemetry.EnableSensitiveData = false)
            .Build();

    private static OpenAIClient Connect(LlmOptions options) => options.Provider switch
    {
        LlmProvider.AzureOpenAI when IsVersion1(options.Endpoint!) => AzureVersion1(options),
        LlmProvider.AzureOpenAI => AzureClassic(options),
        _ => new OpenAIClient(new ApiKeyCredential(KeyOrPlaceholder(options)), With(NewSettings(options), options)),
    };

    private static bool IsVersion1(Uri endpoint) => endpoint.AbsolutePath.TrimEnd('/').EndsWith("/openai/v1", StringComparison.OrdinalIgnoreCase);

    private static AzureOpenAIClient AzureClassic(LlmOptions options)
    {
        var settings = With(new AzureOpenAIClientOptions(), options);
        return options.ApiKey.Length > 0
            ? new AzureOpenAIClient(options.Endpoint!, new ApiKeyCredential(options.ApiKey), settings)
            : new AzureOpenAIClient(options.Endpoint!, new DefaultAzureCredential(), settings);
    }

    private static OpenAIClient AzureVersion1(LlmOptions options)
    {
        var settings = With(NewSettings(options), options);
        if (options.ApiKey.Length == 0)
#pragma warning disable OPENAI001 // The only way to Entra ID on the v1 surface; the constructor is marked as subject to change.
            return new OpenAIClient(new BearerTokenPolicy(new DefaultAzureCredential(), AzureScope), settings);
#pragma warning restore OPENAI001
        settings.AddPolicy(new ApiKeyHeader(options.ApiKey), PipelinePosition.PerCall);
        return new OpenAIClient(new ApiKeyCredential(options.ApiKey), settings);
    }

    private static OpenAIClientOptions NewSettings(LlmOptions options) =>
        options.Endpoint is null ? new() : new() { Endpoint = options.Endpoint };

    private static T With<T>(T settings, LlmOptions options)
        where T : ClientPipelineOptions
    {
        settings.RetryPolicy = new ClientRetryPolicy(0);
        settings.NetworkTimeout = options.Total;
        settings.AddPolicy(new ResponseStart(), PipelinePosition.BeforeTransport);
        return settings;
    }

    // Servers without a key ignore it, but the client refuses to be made without one.
    private static string KeyOrPlaceholder(LlmOptions options) => options.ApiKey.Length > 0 ? options.ApiKey : "none";

    /// <summary>Azure's v1 surface takes the key here; gateways before it may look at the bearer token instead, so both are sent.</summary>
    private sealed class ApiKeyHeader(string key) : PipelinePolicy
    {
        public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
        {
            message.Request.Headers.Set("api-key", key);
            ProcessNext(message, pipeline, currentIndex);
        }

        public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
        {
            message.Request.Headers.Set("api-key", key);
            return ProcessNextAsync(message, pipeline, currentIndex);
        }
    }
}
