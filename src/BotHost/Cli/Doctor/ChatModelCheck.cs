using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Llm;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>A few words from each chat model that is set, streamed as an answer would be.</summary>
internal sealed class ChatModelCheck(IOptions<LlmOptions> options, TimeProvider time) : ICheck
{
    private static readonly ChatMessage[] Question =
        [new(ChatRole.System, "This is a connection test. Answer with the word OK and nothing else."), new(ChatRole.User, "OK?")];

    private static readonly Subject Fallback = new("model.fallback", new("备用模型", "fallback model"));

    public Subject Subject { get; } = new("model.chat", new("对话模型", "chat model"));

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var llm = options.Value;
        if (llm.Provider == LlmProvider.None || llm.ChatModel.Length == 0)
            return [Finding.Note(Subject, ModelTexts.NoChat)];
        var primary = AskAsync(Subject, llm.ChatModel, Severity.Failed, cancellationToken);
        return llm.Fallback.ChatModel is { Length: > 0 } fallback
            ? await Task.WhenAll(primary, AskAsync(Fallback, fallback, Severity.Warning, cancellationToken))
            : [await primary];
    }

    private async Task<Finding> AskAsync(Subject subject, string model, Severity severity, CancellationToken cancellationToken)
    {
        using var client = ModelClients.Chat(options.Value, model, time);
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(Question, cancellationToken: cancellationToken))
                if (!string.IsNullOrWhiteSpace(update.Text))
                    return Finding.Ok(subject, ModelTexts.Answers(model));
            return new Finding(severity, subject, ModelTexts.SaysNothing(model), ModelTexts.TryAnother("Llm:ChatModel"));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new Finding(severity, subject, ModelTexts.Fails(model, ModelTrouble.Name(exception)), ModelTexts.Remedy(exception, "Llm"));
        }
    }
}
