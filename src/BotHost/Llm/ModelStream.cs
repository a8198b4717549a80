using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Wenlu.BotHost.Llm;

/// <summary>An answer that has begun to arrive: its first words are there, so nothing is retried any more.</summary>
internal sealed class ModelStream : IAsyncDisposable
{
    private readonly IAsyncEnumerator<ChatResponseUpdate> updates;
    private readonly CancellationTokenSource life;
    private readonly TimeSpan stall;
    private string first = "";
    private ChatFinishReason? finish;

    private ModelStream(IChatClient client, IReadOnlyList<ChatMessage> messages, TimeSpan stall, TimeProvider time)
    {
        this.stall = stall;
        life = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        updates = client.GetStreamingResponseAsync(messages, cancellationToken: life.Token).GetAsyncEnumerator(life.Token);
    }

    /// <summary>Whether the model had to end before it was done; known when everything is read.</summary>
    public bool IsCut => finish == ChatFinishReason.Length;

    /// <summary>Waits for the first words; the token ends the waiting, not what comes after.</summary>
    public static async Task<ModelStream> OpenAsync(
        IChatClient client, IReadOnlyList<ChatMessage> messages, LlmOptions options, TimeProvider time, CancellationToken attempt)
    {
        var stream = new ModelStream(client, messages, options.Stall, time);
        try
        {
            using var giveUp = attempt.Register(stream.life.Cancel);
            ResponseStart.Notify(stream.SignOfLife);
            stream.first = await stream.NextAsync(options.FirstToken, attempt) ?? throw new UnusableAnswerException("empty");
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
        for (var text = first; text is not null; text = await NextAsync(stall, cancellationToken))
            yield return text;
    }

    public async ValueTask DisposeAsync()
    {
        await life.CancelAsync();
        await updates.DisposeAsync();
        life.Dispose();
    }

    // Once there is any sign of life, each silence is measured for itself; while the reader works, none is.
    private async Task<string?> NextAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        life.CancelAfter(patience);
        try
        {
            return await NextAsync();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The model fell silent.");
        }
        finally
        {
            life.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    private void SignOfLife() => life.CancelAfter(stall);

    // A stream that just ends, without saying that it is finished, was cut off somewhere on its way.
    private async Task<string?> NextAsync()
    {
        while (await updates.MoveNextAsync())
        {
            SignOfLife();
            Check(updates.Current);
            finish ??= updates.Current.FinishReason;
            if (updates.Current.Text is { Length: > 0 } text)
                return text;
        }

        return finish is not null ? null : throw new UnusableAnswerException("broken off");
    }

    private static void Check(ChatResponseUpdate update)
    {
        if (ErrorEvent.IsIn(update))
            throw ModelCallException.ErrorEvent();
        if (update.FinishReason == ChatFinishReason.ContentFilter)
            throw new UnusableAnswerException("filtered");
        if (update.Contents.OfType<ErrorContent>().Any())
            throw new UnusableAnswerException("refused");
    }
}
