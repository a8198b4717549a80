using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Wenlu.BotHost.Answers.Llm;

/// <summary>An answer that has begun to arrive: its first words are there, so nothing is retried any more.</summary>
internal sealed class ModelStream : IAsyncDisposable
{
    private readonly IAsyncEnumerator<ChatResponseUpdate> updates;
    private readonly CancellationTokenSource life;
    private readonly TimeSpan stall;
    private string first = "";
    private bool finished;

    private ModelStream(IChatClient client, IReadOnlyList<ChatMessage> messages, TimeSpan stall, TimeProvider time)
    {
        this.stall = stall;
        life = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        updates = client.GetStreamingResponseAsync(messages, cancellationToken: life.Token).GetAsyncEnumerator(life.Token);
    }

    /// <summary>Waits for the first words; the token ends the waiting, not what comes after.</summary>
    public static async Task<ModelStream> OpenAsync(
        IChatClient client, IReadOnlyList<ChatMessage> messages, TimeSpan stall, TimeProvider time, CancellationToken attempt)
    {
        var stream = new ModelStream(client, messages, stall, time);
        try
        {
            using var giveUp = attempt.Register(stream.life.Cancel);
            stream.first = await stream.NextAsync() ?? throw new UnusableAnswerException("empty");
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            attempt.ThrowIfCancellationRequested();
            throw;
        }
    }

    /// <summary>The text piece by piece. Throws when the model stalls, breaks off or takes back what it said.</summary>
    public async IAsyncEnumerable<string> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var giveUp = cancellationToken.Register(life.Cancel);
        for (var text = first; text is not null; text = await NextWithinStallAsync(cancellationToken))
            yield return text;
    }

    public async ValueTask DisposeAsync()
    {
        await life.CancelAsync();
        await updates.DisposeAsync();
        life.Dispose();
    }

    private async Task<string?> NextWithinStallAsync(CancellationToken cancellationToken)
    {
        life.CancelAfter(stall);
        try
        {
            return await NextAsync();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The model fell silent.");
        }
    }

    // A stream that just ends, without saying that it is finished, was cut off somewhere on its way.
    private async Task<string?> NextAsync()
    {
        while (await updates.MoveNextAsync())
        {
            Check(updates.Current);
            finished |= updates.Current.FinishReason is not null;
            if (updates.Current.Text is { Length: > 0 } text)
                return text;
        }

        return finished ? null : throw new UnusableAnswerException("broken off");
    }

    private static void Check(ChatResponseUpdate update)
    {
        if (update.FinishReason == ChatFinishReason.ContentFilter)
            throw new UnusableAnswerException("filtered");
        if (update.Contents.OfType<ErrorContent>().Any())
            throw new UnusableAnswerException("refused");
    }
}
