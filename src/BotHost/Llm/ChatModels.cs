using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Llm;

/// <summary>The model that writes and the one that stands in for it.</summary>
internal sealed partial class ChatModels : IDisposable
{
    private readonly ModelRoute? primary;
    private readonly ModelRoute? fallback;
    private readonly ILogger<ChatModels> logger;

    public ChatModels(IOptions<LlmOptions> options, TimeProvider time, ILogger<ChatModels> logger)
    {
        this.logger = logger;
        primary = Route(options.Value.ChatModel);
        fallback = Route(options.Value.Fallback.ChatModel);

        ModelRoute? Route(string model) => options.Value.Provider == LlmProvider.None || model.Length == 0
            ? null
            : new ModelRoute(ModelClients.Chat(options.Value, model, time), options.Value, time);
    }

    public bool IsConfigured => primary is not null;

    public async Task<ModelStream> OpenAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        try
        {
            return await Primary.OpenAsync(messages, cancellationToken);
        }
        catch (Exception exception) when (fallback is not null && ModelTrouble.IsWorthAnotherModel(exception))
        {
            Log.FallbackTried(logger, ModelTrouble.Name(exception));
            return await fallback.OpenAsync(messages, cancellationToken);
        }
    }

    public Task<string> AskAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken) => Primary.AskAsync(messages, cancellationToken);

    public void Dispose()
    {
        primary?.Dispose();
        fallback?.Dispose();
    }

    private ModelRoute Primary => primary ?? throw new InvalidOperationException("No model is configured.");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The chat model failed ({Failure}); trying Llm:Fallback:ChatModel.")]
        public static partial void FallbackTried(ILogger logger, string failure);
    }
}
