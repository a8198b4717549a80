using System.Diagnostics;
using Wenlu.Retrieval;
using Wenlu.Retrieval.Evaluation;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.BotHost.Cli;

/// <summary>Documents in an index of their own, without a service; the index goes with this object.</summary>
internal sealed class FolderIndex : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("wenlu-index-");

    private FolderIndex() => Documents = DocumentIndex.Open(folder.FullName, "folder");

    public DocumentIndex Documents { get; }

    public IndexFacts Facts { get; private set; } = new(0, 0, 0, 0);

    /// <summary>Indexes as the service does; stops between two documents.</summary>
    public static FolderIndex Build(IReadOnlyList<SourceDocument> documents, Glossary glossary, CancellationToken cancellationToken)
    {
        var index = new FolderIndex { Documents = { Glossary = glossary } };
        try
        {
            index.Fill(documents, cancellationToken);
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
        folder.Delete(recursive: true);
    }

    private void Fill(IReadOnlyList<SourceDocument> documents, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Documents.Upsert(document);
        }
        Documents.Refresh();
        Documents.Commit(1);
        var elapsed = Stopwatch.GetElapsedTime(started);
        Facts = new(documents.Count, Documents.ChunkCount, elapsed.TotalSeconds, folder.EnumerateFiles().Sum(file => file.Length));
    }
}
