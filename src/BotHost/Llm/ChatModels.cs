using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Llm;

/// <summary>The model that writes and the one that stands in for it.</summary>
internal sealed partial class ChatModels : IDisposable
{
    private readonly ModelRoute? primary;
    private readonly ModelRoute? fallback;
    private readonly ModelEyes eyes;
    private readonly ILogger<ChatModels> logger;

    public ChatModels(IOptions<LlmOptions> options, TimeProvider time, ILogger<ChatModels> logger)
    {
        this.logger = logger;
        eyes = new ModelEyes(options.Value.Vision, time);
        primary = Route(options.Value.ChatModel);
        fallback = Route(options.Value.Fallback.ChatModel);

        ModelRoute? Route(string model) => options.Value.Provider == LlmProvider.None || model.Length == 0
            ? null
            : new ModelRoute(ModelClients.Chat(options.Value, model, time), options.Value, time);
    }

    public bool IsConfigured => primary is not null;

    /// <summary>Whether pictures reach the model, as far as is known.</summary>
    public bool Sees => IsConfigured && eyes.AreOpen;

    /// <summary>Pictures that the model does not take are left out; see <see cref="Sees"/> for what became of them.</summary>
    public async Task<ModelStream> OpenAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        if (!ModelEyes.HavePictures(messages))
            return await OpenAnyAsync(messages, cancellationToken);
        if (!eyes.AreOpen)
            return await OpenAnyAsync(ModelEyes.WithoutPictures(messages), cancellationToken);
        try
        {
            return await Primary.OpenAsync(messages, cancellationToken);
        }
        catch (ModelCallException exception) when (ModelEyes.MayBeBlind(exception))
        {
            var stream = await OpenAnyAsync(ModelEyes.WithoutPictures(messages), cancellationToken);
            // The same without the picture passes: so it was the picture.
            Blinded(exception);
            return stream;
        }
    }

    public Task<string> AskAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken) => Primary.AskAsync(messages, cancellationToken);

    /// <summary>Asks about pictures alone; null when the model does not take them.</summary>
    public async Task<string?> LookAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        if (!Sees)
            return null;
        try
        {
            return await Primary.AskAsync(messages, cancellationToken);
        }
        catch (ModelCallException exception) when (ModelEyes.MayBeBlind(exception))
        {
            Blinded(exception);
            return null;
        }
    }

    public void Dispose()
    {
        primary?.Dispose();
        fallback?.Dispose();
    }

    private async Task<ModelStream> OpenAnyAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
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

    private void Blinded(ModelCallException exception)
    {
        Log.PicturesRefused(logger, ModelTrouble.Name(exception));
        eyes.Close();
    }

    private ModelRoute Primary => primary ?? throw new InvalidOperationException("No model is configured.");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The chat model failed ({Failure}); trying Llm:Fallback:ChatModel.")]
        public static partial void FallbackTried(ILogger logger, string failure);

        [LoggerMessage(2, LogLevel.Warning, "The chat model does not take pictures ({Failure}); set Llm:Vision to No, or choose one that sees.")]
        public static partial void PicturesRefused(ILogger logger, string failure);
    }
}
