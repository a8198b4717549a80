using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Wenlu.BotHost.Llm;

/// <summary>Turns every failure into a <see cref="ModelCallException"/> before telemetry, logs or retries see it.</summary>
internal sealed class DiscreetChatClient(IChatClient client, TimeProvider time) : DelegatingChatClient(client)
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        TryAsync(() => InnerClient.GetResponseAsync(messages, options, cancellationToken));

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await TryAsync(() => updates.MoveNextAsync().AsTask()))
            yield return updates.Current;
    }

    private async Task<T> TryAsync<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw ModelCallException.From(exception, time.GetUtcNow());
        }
    }
}
