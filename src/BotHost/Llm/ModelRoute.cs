using Microsoft.Extensions.AI;

namespace Wenlu.BotHost.Llm;

/// <summary>One model and the patience we have with it.</summary>
internal sealed class ModelRoute(IChatClient client, LlmOptions options, TimeProvider time) : IDisposable
{
    private readonly ModelPipelines pipelines = ModelPipelines.Create(time);

    /// <summary>Opens an answer, again if it is worth it.</summary>
    public async Task<ModelStream> OpenAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken) =>
        await pipelines.Retried.ExecuteAsync(
            async attempt => await ModelStream.OpenAsync(client, messages, options, time, attempt), cancellationToken);

    /// <summary>A short question on the side: one attempt, the whole reply at once.</summary>
    public async Task<string> AskAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken) =>
        await pipelines.Once.ExecuteAsync(
            async attempt => (await client.GetResponseAsync(messages, cancellationToken: attempt)).Text, cancellationToken);

    public void Dispose() => client.Dispose();
}
