using System.Diagnostics;
using Wenlu.Retrieval;
using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Evaluation;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.BotHost.Cli;

/// <summary>Documents in an index of their own, without a service; the index goes with this object.</summary>
internal sealed class FolderIndex : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("wenlu-index-");
    private readonly EmbeddingIndex? embeddings;

    private FolderIndex(Understanding understanding)
    {
        embeddings = understanding.CreateEmbeddings(folder.CreateSubdirectory("vectors").FullName);
        Documents = DocumentIndex.Open(folder.CreateSubdirectory("index").FullName, "folder", understanding.Reranker, embeddings);
    }

    public DocumentIndex Documents { get; }

    public IndexFacts Facts { get; private set; } = new(0, 0, 0, 0);

    /// <summary>Indexes as the service does, and embeds where it would; stops between two documents.</summary>
    public static async Task<FolderIndex> BuildAsync(
        IReadOnlyList<SourceDocument> documents, Glossary glossary, Understanding understanding, CancellationToken cancellationToken)
    {
        var index = new FolderIndex(understanding) { Documents = { Glossary = glossary } };
        try
        {
            await index.FillAsync(documents, cancellationToken);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Documents.Dispose();
        embeddings?.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task FillAsync(IReadOnlyList<SourceDocument> documents, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Documents.Upsert(document);
        }
        Documents.Refresh();
        Documents.Commit(1);
        await (embeddings?.CatchUpAsync(cancellationToken) ?? Task.CompletedTask);
        var elapsed = Stopwatch.GetElapsedTime(started);
        Facts = new(documents.Count, Documents.ChunkCount, elapsed.TotalSeconds, folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length));
    }
}
