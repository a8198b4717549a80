using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Wenlu.Retrieval.Dense;

/// <summary>Brings the vectors up to what an index holds. One call at a time.</summary>
internal sealed class EmbeddingWorker(VectorFolder folder, PassageEmbedder embedder)
{
    // Searches see new vectors after so many texts.
    private const int Round = 500;

    // A new model serves when no more than this share of the passages lacks its vectors.
    private const double MayBeMissing = 0.1;

    private bool isDimensionKnown;

    public EmbeddingProgress Progress { get; private set; } = EmbeddingProgress.None;

    /// <summary>Returns when every passage has a vector, but for those that the model refuses.</summary>
    /// <exception cref="Exception">The files cannot be written, or the model cannot be reached; what was embedded stays.</exception>
    public async Task CatchUpAsync(SearcherManager index, CancellationToken cancellationToken)
    {
        if (!folder.IsLoaded)
            folder.Load(cancellationToken);
        var missing = Look(index);
        await AgreeOnDimensionAsync(cancellationToken);
        for (; missing.Texts.Count > 0; missing = Look(index))
        {
            await embedder.EmbedAsync(missing.Texts, folder.Target!.Header.Dimension, folder.Target.Append, cancellationToken);
            await MeasureQualityAsync(index, isComplete: false, cancellationToken);
        }
        await MeasureQualityAsync(index, isComplete: true, cancellationToken);
    }

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

    private async Task MeasureQualityAsync(SearcherManager index, bool isComplete, CancellationToken cancellationToken)
    {
        var store = folder.Target!;
        if (store.Count < store.Header.MeasuredAt * (isComplete ? 1.5 : 4) || store.Count == 0)
            return;
        var sample = Read(index, reader => { store.Update(reader); return QualitySample.Take(reader, store); });
        var questions = await embedder.AskAllAsync(sample.Questions.Select(question => question.Text), isQuestion: true, store.Header.Dimension, cancellationToken);
        var rests = await embedder.AskAllAsync(sample.Questions.Select(question => question.Rest), isQuestion: false, store.Header.Dimension, cancellationToken);
        store.Describe(store.Header with { Quality = ModelQuality.Of([.. ModelQuality.Ranks(sample, questions, rests, store)]), MeasuredAt = store.Count });
        Read(index, Look);
    }

    private MissingChunks Look(SearcherManager index) => Read(index, Look);

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

    private MissingChunks Look(IndexReader reader)
    {
        folder.Serving?.Update(reader);
        folder.Target?.Update(reader);
        var missing = MissingChunks.In(reader, folder.Target, embedder.IsRefused, Round);
        if (folder.Target is not null && folder.Target != folder.Serving && MayServe(missing, reader))
            folder.Promote();
        Report(missing, reader.NumDocs);
        return missing;
    }

    private bool MayServe(MissingChunks missing, IndexReader reader) =>
        missing.Passages <= reader.NumDocs * MayBeMissing
        || missing.Passages <= MissingChunks.In(reader, folder.Serving, _ => false, 0).Passages;

    private void Report(MissingChunks missing, int passages)
    {
        var serving = folder.Serving?.Header;
        Progress = new EmbeddingProgress(
            serving?.Space.Model, serving?.Dimension ?? 0, passages - missing.Passages, missing.Passages, missing.Refused, serving?.Quality ?? 0, embedder.LastRefusal);
    }
}
