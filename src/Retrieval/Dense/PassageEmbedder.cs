using System.Collections.Concurrent;

namespace Wenlu.Retrieval.Dense;

/// <summary>
/// Has texts embedded, in batches, as fast as allowed. What fails is told apart by a text that no model refuses: if that fails as
/// well, the service is to blame and all is given up; if not, a batch is halved until the text that is refused stands alone.
/// </summary>
internal sealed class PassageEmbedder(EmbeddingCalls calls, EmbeddingOptions options, TimeProvider time)
{
    private const string Harmless = "问路 wenlu";

    // A model that refuses so many one after the other has something against all of them.
    private const int MostRefusedInARow = 20;

    private static readonly TimeSpan RefusedAgainAfter = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<ContentHash, DateTimeOffset> refusedUntil = [];
    private readonly RequestPace pace = new(options.RequestsPerMinute, time);
    private int refusedInARow;

    /// <summary>What the model said to the text it refused last; null when it refused none.</summary>
    public string? LastRefusal { get; private set; }

    public bool IsRefused(ContentHash hash) => refusedUntil.TryGetValue(hash, out var until) && time.GetUtcNow() < until;

    /// <summary>The dimension of the model's vectors now.</summary>
    /// <exception cref="Exception">Whatever the generator throws, or <see cref="InvalidDataException"/>.</exception>
    public async Task<int> MeasureDimensionAsync(CancellationToken cancellationToken) =>
        (await AskAsync([Harmless], options.PassagePrefix, null, cancellationToken))[0].Length;

    /// <summary>Embeds texts and hands over each batch as it comes, one at a time.</summary>
    /// <exception cref="Exception">The service cannot be reached, or refuses everything; what was handed over before counts.</exception>
    public async Task EmbedAsync(
        IEnumerable<MissingText> texts, int dimension, Action<IEnumerable<(ContentHash, float[])>> keep, CancellationToken cancellationToken)
    {
        var gate = new Lock();
        refusedInARow = 0;
        await Parallel.ForEachAsync(
            PassageBatches.Cut(texts, options.BatchSize, options.BatchCharacters),
            new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken },
            async (batch, cancel) => await EmbedBatchAsync(batch, KeepOneAtATime, dimension, cancel));

        void KeepOneAtATime(IEnumerable<(ContentHash, float[])> vectors)
        {
            lock (gate)
                keep(vectors);
        }
    }

    /// <summary>The vector of a text that is not kept; null when the model would not.</summary>
    public async Task<float[]?[]> AskAllAsync(IEnumerable<string> texts, string prefix, int dimension, CancellationToken cancellationToken)
    {
        var vectors = new List<float[]?>();
        foreach (var batch in PassageBatches.Cut(texts.Select(text => new MissingText(default, text)), options.BatchSize, options.BatchCharacters))
            vectors.AddRange(await TryAskAsync(batch, prefix, dimension, cancellationToken));
        return [.. vectors];
    }

    private async Task<float[]?[]> TryAskAsync(MissingText[] batch, string prefix, int dimension, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync([.. batch.Select(text => text.Text)], prefix, dimension, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new float[]?[batch.Length];
        }
    }

    private async Task<float[][]> AskAsync(IReadOnlyList<string> texts, string prefix, int? dimension, CancellationToken cancellationToken)
    {
        await pace.WaitAsync(cancellationToken);
        return await calls.EmbedAsync(options.Space, [.. texts.Select(text => prefix + text)], dimension, cancellationToken);
    }

    private async Task EmbedBatchAsync(
        ReadOnlyMemory<MissingText> batch, Action<IEnumerable<(ContentHash, float[])>> keep, int dimension, CancellationToken cancellationToken)
    {
        if (await TryAsync(batch, dimension, keep, cancellationToken) is null)
            return;
        await AskAsync([Harmless], options.PassagePrefix, dimension, cancellationToken);
        if (batch.Length > 1)
        {
            await EmbedBatchAsync(batch[..(batch.Length / 2)], keep, dimension, cancellationToken);
            await EmbedBatchAsync(batch[(batch.Length / 2)..], keep, dimension, cancellationToken);
        }
        // It may have been a moment's failure that hit this one text.
        else if (await TryAsync(batch, dimension, keep, cancellationToken) is { } failure)
            Refuse(batch.Span[0], failure);
    }

    private async Task<Exception?> TryAsync(
        ReadOnlyMemory<MissingText> batch, int dimension, Action<IEnumerable<(ContentHash, float[])>> keep, CancellationToken cancellationToken)
    {
        float[][] vectors;
        try
        {
            vectors = await AskAsync([.. batch.ToArray().Select(text => text.Text)], options.PassagePrefix, dimension, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return exception;
        }
        keep(batch.ToArray().Zip(vectors, (text, vector) => (text.Hash, vector)));
        Interlocked.Exchange(ref refusedInARow, 0);
        return null;
    }

    private void Refuse(MissingText text, Exception failure)
    {
        if (Interlocked.Increment(ref refusedInARow) == MostRefusedInARow)
            throw new InvalidDataException($"The model {options.Model} refused {MostRefusedInARow} texts in a row: {failure.Message}", failure);
        refusedUntil[text.Hash] = time.GetUtcNow() + RefusedAgainAfter;
        LastRefusal = failure.Message;
    }
}
