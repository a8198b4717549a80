using Lucene.Net.Search;
using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Tests.Dense;

/// <summary>An index with vectors, in folders that go with the test.</summary>
internal sealed class DenseBench : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TimeProvider? time;

    public DenseBench(Func<string, float[]>? embed = null, EmbeddingOptions? options = null, TimeProvider? time = null)
    {
        this.time = time;
        Model = new ScriptedGenerator(embed ?? (text => Vectors.Bag(text)));
        Options = options ?? new EmbeddingOptions("bag") { RequestsPerMinute = 1_000_000 };
        Embeddings = new EmbeddingIndex(VectorFolder, Options, _ => Model, time);
        Index = DocumentIndex.Open(IndexFolder, "tests", embeddings: Embeddings);
    }

    public ScriptedGenerator Model { get; set; }

    public EmbeddingOptions Options { get; }

    public EmbeddingIndex Embeddings { get; private set; }

    public DocumentIndex Index { get; private set; }

    public string VectorFolder => Path.Combine(folder.Path, "vectors");

    public string IndexFolder => Path.Combine(folder.Path, "index");

    public string VectorFile => Directory.GetFiles(VectorFolder, "*.vectors").ShouldHaveSingleItem();

    public async Task WriteAsync(params SourceDocument[] documents)
    {
        foreach (var document in documents)
            Index.Upsert(document);
        Index.Refresh();
        await Embeddings.CatchUpAsync(CancellationToken.None);
    }

    /// <summary>Closes everything and opens it again, with the same or another model.</summary>
    public void Restart(EmbeddingOptions? options = null, Func<string, ScriptedGenerator>? models = null, bool isIndexLost = false)
    {
        Index.Commit(1);
        Close();
        if (isIndexLost)
            Directory.Delete(IndexFolder, recursive: true);
        Embeddings = new EmbeddingIndex(VectorFolder, options ?? Options, models ?? (_ => Model), time);
        Index = DocumentIndex.Open(IndexFolder, "tests", embeddings: Embeddings);
    }

    /// <summary>Ids and cosines of the passages nearest to a text.</summary>
    public async Task<(string Id, float Cosine)[]> FindAsync(
        string text, string kind = "document", Filter? access = null, string[]? except = null, int count = 10)
    {
        var vector = await Embeddings.Dense.EmbedAsync(text, CancellationToken.None);
        return vector is null ? [] : Index.Search(searcher => DenseSide.Find(searcher, kind, vector, access, except ?? [], count)
            .Select(found => (ChunkFields.Read(searcher.Doc(found.Doc), 0).DocumentId, found.Score)).ToArray());
    }

    public void Dispose()
    {
        Close();
        folder.Dispose();
    }

    private void Close()
    {
        Index.Dispose();
        Embeddings.Dispose();
    }
}
