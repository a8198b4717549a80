using Lucene.Net.Index;
using Lucene.Net.Search;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Dense;

/// <summary>Brings the vectors up to what an index holds. One call at a time.</summary>
internal sealed class EmbeddingWorker(VectorFolder folder, PassageEmbedder embedder, EmbeddingOptions options, TimeProvider time)
{
    // Searches see new vectors after so many texts.
    private const int Round = 500;

    // A new model serves when no more than this share of the passages lacks its vectors.
    private const double MayBeMissing = 0.1;

    // Below so many unused vectors a file is not worth being written anew.
    private const int Waste = 1000;

    private bool isDimensionKnown;
    private DateTimeOffset? wastefulSince;

    /// <summary>As of the last look at the index.</summary>
    public EmbeddingProgress Progress { get; private set; } = EmbeddingProgress.None;

    /// <summary>Returns when every passage has a vector, but for those that the model refuses.</summary>
    /// <exception cref="Exception">The files cannot be written, or the model cannot be reached; what was embedded stays.</exception>
    public async Task CatchUpAsync(SearcherManager index, CancellationToken cancellationToken)
    {
        if (!folder.IsLoaded)
            folder.Load(cancellationToken);
        // What is there already serves, also while the model is away.
        Look(index);
        await AgreeOnDimensionAsync(cancellationToken);
        while (Look(index) is { Texts.Count: > 0 } missing)
        {
            await embedder.EmbedAsync(missing.Texts, folder.Target!.Header.Dimension, folder.Target.Append, cancellationToken);
            await MeasureQualityAsync(index, growth: 4, cancellationToken);
        }
        await MeasureQualityAsync(index, growth: 1.5, cancellationToken);
        DropUnused(index, cancellationToken);
    }

    /// <summary>Takes down what stopped the work.</summary>
    public void Failed(Exception exception) => Progress = Progress with { Failure = exception.Message };

    // A model may change behind its name. Asked once: afterwards a vector of another dimension is a fault.
    private async Task AgreeOnDimensionAsync(CancellationToken cancellationToken)
    {
        if (isDimensionKnown)
            return;
        var dimension = await embedder.MeasureDimensionAsync(cancellationToken);
        if (folder.Target?.Header.Dimension != dimension)
            folder.Begin(dimension);
        isDimensionKnown = true;
    }

    private MissingChunks Look(SearcherManager index) => Read(index, reader =>
    {
        folder.Serving?.Update(reader);
        folder.Target?.Update(reader);
        var missing = MissingChunks.In(reader, folder.Target, embedder.IsRefused, Round);
        if (folder.Target is not null && folder.Target != folder.Serving && MayServe(missing, reader))
            folder.Promote();
        Report(missing, reader.NumDocs);
        return missing;
    });

    // Searches must know how far to trust what serves, so it is measured before.
    private bool MayServe(MissingChunks missing, IndexReader reader) =>
        folder.Target!.Header.Quality is not null
        && (missing.Passages <= reader.NumDocs * MayBeMissing
            || missing.Passages <= MissingChunks.In(reader, folder.Serving, _ => false, 0).Passages);

    private void Report(MissingChunks missing, int passages)
    {
        var serving = folder.Serving?.Header;
        Progress = new EmbeddingProgress(
            serving?.Space.Model, serving?.Dimension ?? 0, passages - missing.Passages, missing.Passages, missing.Refused,
            serving?.Quality ?? 0, missing.Refused > 0 ? embedder.LastRefusal : null);
    }

    // Soon, because a search has to know how far to trust the vectors, and again when there are many more of them.
    private async Task MeasureQualityAsync(SearcherManager index, double growth, CancellationToken cancellationToken)
    {
        var store = folder.Target!;
        if (store.Count == 0 || store.Count < store.Header.MeasuredAt * growth)
            return;
        Look(index);
        var sample = Read(index, reader => QualitySample.Take(reader, store, options.MeasuredOn));
        var dimension = store.Header.Dimension;
        var questions = await embedder.AskAllAsync(
            sample.Questions.Select(question => question.Text), options.QueryPrefix, dimension, cancellationToken);
        var rests = await embedder.AskAllAsync(
            sample.Questions.Select(question => question.Rest), options.PassagePrefix, dimension, cancellationToken);
        PseudoAnswer[] answers = [.. ModelQuality.Ask(sample, questions, rests, store)];
        store.Describe(store.Header with
        {
            Quality = ModelQuality.Of([.. answers.Select(answer => (answer.Rank, answer.Among))]),
            Match = ModelQuality.MedianOf(answers.Select(answer => answer.Own)),
            Stray = ModelQuality.MedianOf(answers.Select(answer => answer.Stray)),
            MeasuredAt = store.Count,
        });
        Look(index);
    }

    // Not at once: an index that is fed again has few passages for a while, and a change may be undone.
    private void DropUnused(SearcherManager index, CancellationToken cancellationToken)
    {
        var isWasteful = folder.Target!.Count > 2 * Read(index, reader => reader.NumDocs) + Waste;
        wastefulSince = isWasteful ? wastefulSince ?? time.GetUtcNow() : null;
        if (wastefulSince is not { } since || time.GetUtcNow() - since < options.UnusedKept)
            return;
        folder.Rewrite(Read(index, HashesIn).Contains, cancellationToken);
        wastefulSince = null;
        Look(index);
    }

    private static HashSet<ContentHash> HashesIn(IndexReader reader) =>
        [.. reader.Leaves.SelectMany(segment => ChunkFields.KindsIn(segment.AtomicReader)
            .SelectMany(kind => ChunkHashes.Of(segment.AtomicReader, kind)).Select(chunk => chunk.Hash))];

    private static T Read<T>(SearcherManager index, Func<IndexReader, T> read)
    {
        var searcher = index.Acquire();
        try
        {
            return read(searcher.IndexReader);
        }
        finally
        {
            index.Release(searcher);
        }
    }
}
