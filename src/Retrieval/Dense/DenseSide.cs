using Lucene.Net.Search;

namespace Wenlu.Retrieval.Dense;

/// <summary>What a search asks of the vectors. Whatever is wrong with them or their model, it answers with nothing and soon.</summary>
internal sealed class DenseSide(VectorFolder folder, EmbeddingCalls calls, EmbeddingOptions options, TimeProvider time)
{
    private readonly FailurePause pause = new(time);

    /// <summary>
    /// The question as the serving model embeds it. Null without vectors, while the model does not answer, or past
    /// <see cref="EmbeddingOptions.QueryDeadline"/>; never throws but for the caller's own cancellation.
    /// </summary>
    public async ValueTask<QueryVector?> EmbedAsync(string text, CancellationToken cancellationToken)
    {
        if (folder.Serving is not { Count: > 0 } store || string.IsNullOrWhiteSpace(text))
            return null;
        if (store.Questions.TryGet(text, out var known))
            return known;
        if (pause.IsOn)
            return null;
        var vector = await AskAsync(store, text, cancellationToken);
        if (vector is not null)
            store.Questions.Set(text, vector);
        return vector;
    }

    /// <summary>
    /// The passages of a kind nearest to a question, over exactly those that the searcher and the filter let through.
    /// </summary>
    /// <param name="searcher">The state of the index that is searched.</param>
    /// <param name="kind">See <see cref="SourceDocument.Kind"/>.</param>
    /// <param name="vector">From <see cref="EmbedAsync"/>.</param>
    /// <param name="access">What the asker may see; null for everything.</param>
    /// <param name="except">Ids of documents left out.</param>
    /// <param name="count">At most so many.</param>
    /// <returns>Best first with their cosines, -1 to 1; nothing when the vectors were closed meanwhile.</returns>
    public static ScoreDoc[] Find(
        IndexSearcher searcher, string kind, QueryVector vector, Filter? access, IReadOnlyCollection<string> except, int count)
    {
        try
        {
            return new DenseSearch(searcher, vector).Find(kind, access, except, count);
        }
        catch (ObjectDisposedException) when (vector.Store.IsClosed)
        {
            return [];
        }
    }

    private async Task<QueryVector?> AskAsync(VectorStore store, string text, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.QueryDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var space = options.Space.HasPassagesOf(store.Header.Space) ? options.Space : store.Header.Space;
            // Not every client heeds a cancellation at once.
            var vectors = await calls.EmbedAsync(space, [space.QueryPrefix + text], store.Header.Dimension, either.Token).WaitAsync(either.Token);
            pause.Succeeded();
            return new QueryVector(store, vectors[0]);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            pause.Failed();
            return null;
        }
    }
}
