using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Wenlu.Retrieval.Analysis;
using Wenlu.Retrieval.Chunking;
using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Understanding;
using Wenlu.Retrieval.Visibility;
using Directory = Lucene.Net.Store.Directory;

namespace Wenlu.Retrieval.Indexing;

/// <summary>
/// The searchable form of all documents, kept in one folder by one process. It is derived data: what it lacks, the caller feeds
/// again. Any number of threads may search while others write; only the writes of one and the same document have to follow each other.
/// </summary>
public sealed class DocumentIndex : IRetriever, IDisposable
{
    private readonly Directory directory;
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;
    private readonly string owner;
    private readonly IReranker? reranker;
    private readonly EmbeddingIndex? embeddings;
    private readonly VisibleSegments visible = new();
    private long position;
    private Glossary glossary = Glossary.Empty;

    private DocumentIndex(Directory directory, IndexWriter writer, string owner, IReranker? reranker, EmbeddingIndex? embeddings, PreparedFolder found)
    {
        (this.directory, this.writer, this.owner, this.reranker, this.embeddings) = (directory, writer, owner, reranker, embeddings);
        (position, Reason, ReasonDetail) = (found.State?.Position ?? 0, found.Reason, found.Detail);
        searchers = new SearcherManager(writer, applyAllDeletes: true, new Searchers(embeddings));
        embeddings?.Attach(searchers);
    }

    /// <summary>
    /// Opens the index in a folder, creating both when missing. An index of another schema version, of another owner, or with
    /// a damaged file is emptied (<see cref="Rebuilt"/>). What was not committed when the last process died is gone.
    /// </summary>
    /// <param name="directory">A folder of the index's own.</param>
    /// <param name="owner">Names the source of the documents; an index fed from another source is not continued.</param>
    /// <param name="reranker">Reads the best passages once more and orders them; none: they stay as they were found.</param>
    /// <param name="embeddings">The vectors of its passages, which the caller keeps, runs and disposes of; none: searches go by words alone.</param>
    /// <exception cref="IOException">The folder cannot be written, or another process has the index open.</exception>
    public static DocumentIndex Open(string directory, string owner, IReranker? reranker = null, EmbeddingIndex? embeddings = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(owner);
        return OpenIn(new RandomAccessDirectory(System.IO.Directory.CreateDirectory(directory)), owner, reranker, embeddings);
    }

    /// <summary>An empty index that lives as long as this object: for a few documents that nobody else may find. It goes by words alone.</summary>
    public static DocumentIndex InMemory() => OpenIn(new RAMDirectory(), owner: string.Empty, reranker: null, embeddings: null);

    /// <summary>Whether the index was started empty, so that everything has to be fed again.</summary>
    public bool Rebuilt => Reason != RebuildReason.None;

    /// <summary>Why.</summary>
    public RebuildReason Reason { get; }

    /// <summary>What was damaged, for whoever looks after the disk; null otherwise.</summary>
    public string? ReasonDetail { get; }

    /// <summary>What people call things beside what the documents call them; a search uses the one that is set when it begins.</summary>
    public Glossary Glossary
    {
        get => Volatile.Read(ref glossary);
        set => Volatile.Write(ref glossary, value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>The position given with the last <see cref="Commit"/>; 0 for an index that was never committed.</summary>
    public long Position => Interlocked.Read(ref position);

    /// <summary>The number of searchable passages of all kinds.</summary>
    public int ChunkCount => Search(searcher => searcher.IndexReader.NumDocs);

    /// <summary>The number of searchable documents of a kind; documents without text are not counted.</summary>
    public int DocumentCount(string kind) => Search(searcher =>
    {
        var counter = new TotalHitCountCollector();
        searcher.Search(new TermQuery(ChunkFields.FirstChunkOf(kind)), counter);
        return counter.TotalHits;
    });

    /// <summary>Into how many searchable passages a document was cut; 0 for one that is not here.</summary>
    public int ChunkCountOf(string kind, string id) => Search(searcher =>
    {
        var counter = new TotalHitCountCollector();
        searcher.Search(new TermQuery(ChunkFields.KeyOf(kind, id)), counter);
        return counter.TotalHits;
    });

    /// <summary>The documents of all kinds that are searchable; some that were removed lately may still be named.</summary>
    public IReadOnlyList<(string Kind, string Id)> Documents() => Search(searcher => ChunkFields.KeysIn(searcher.IndexReader));

    /// <summary>The ids of a kind's documents that an asker may read, in no order that means anything; documents without text are left out.</summary>
    /// <param name="kind">See <see cref="SourceDocument.Kind"/>.</param>
    /// <param name="access">The asker's labels; null for everything.</param>
    /// <param name="count">At most so many, 1 or more.</param>
    public IReadOnlyList<string> Ids(string kind, IReadOnlyCollection<string>? access, int count) => Search(searcher =>
        searcher.Search(new TermQuery(ChunkFields.FirstChunkOf(kind)), LexicalSearch.FilterOf(access), count).ScoreDocs
            .Select(found => ChunkFields.Read(searcher.Doc(found.Doc), 0).DocumentId)
            .ToArray());

    /// <summary>Puts a document in the place of the one with its kind and id; a search sees either all of the old or all of the new one.</summary>
    /// <returns>The number of passages it was cut into; 0 for a document without text, which is not found.</returns>
    public int Upsert(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentException.ThrowIfNullOrEmpty(document.Id);
        var chunks = MarkdownChunker.Cut(document.Title, document.Markdown);
        var title = TextAnalyzer.Analyze(document.Title);
        writer.UpdateDocuments(
            ChunkFields.KeyOf(document.Kind, document.Id),
            chunks.Select(chunk => ChunkFields.Write(document, title, chunk)));
        return chunks.Count;
    }

    /// <summary>Removes a document; one that is not there is fine.</summary>
    public void Delete(string kind, string id) => writer.DeleteDocuments(ChunkFields.KeyOf(kind, id));

    /// <summary>Makes everything written so far visible to searches that begin afterwards.</summary>
    public void Refresh()
    {
        searchers.MaybeRefreshBlocking();
        embeddings?.Changed();
    }

    /// <summary>Makes everything written so far durable, together with the position in the feed that it stands for.</summary>
    /// <param name="position">Returned by <see cref="Position"/>, also after a restart; not negative.</param>
    public void Commit(long position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        writer.SetCommitData(new IndexState(owner, position).ToUserData());
        writer.Commit();
        Interlocked.Exchange(ref this.position, position);
    }

    /// <inheritdoc />
    public async ValueTask<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.TopK, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.TopK, 50);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Neighbours);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Neighbours, 10);
        var searcher = searchers.Acquire();
        try
        {
            return await new SearchRun(new VisibleSearcher(searcher.IndexReader, visible, query.Access), query, Glossary, embeddings, reranker).RunAsync(cancellationToken);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>Closes the index; what was not committed is dropped, and searches under way end undisturbed.</summary>
    public void Dispose()
    {
        embeddings?.Detach(searchers);
        searchers.Dispose();
        writer.Rollback();
        directory.Dispose();
    }

    private static DocumentIndex OpenIn(Directory folder, string owner, IReranker? reranker, EmbeddingIndex? embeddings)
    {
        try
        {
            var found = IndexFolder.Prepare(folder, owner);
            return new DocumentIndex(folder, new IndexWriter(folder, WriterSettings()), owner, reranker, embeddings, found);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    internal T Search<T>(Func<IndexSearcher, T> search)
    {
        var searcher = searchers.Acquire();
        try
        {
            return search(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    private static IndexWriterConfig WriterSettings() => new(LuceneVersion.LUCENE_48, analyzer: null)
    {
        Similarity = new ChunkSimilarity(),
        MergeScheduler = new BackgroundMerges(),
        RAMBufferSizeMB = 32,
    };

    private sealed class Searchers(EmbeddingIndex? embeddings) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            embeddings?.Warm(reader);
            return new IndexSearcher(reader);
        }
    }

    private sealed class BackgroundMerges : ConcurrentMergeScheduler
    {
        // An exception on Lucene's own thread would end the process. A merge can be done without; whatever stopped it
        // (a full disk) also stops the next commit, where the caller sees it.
        protected override void HandleMergeException(Exception exc)
        {
        }
    }
}
