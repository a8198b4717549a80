using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Knowledge;

/// <summary>What became of a write; a problem, or the revision that stands now.</summary>
internal readonly record struct WriteResult(int Status, long Revision, int Chunks, ApiProblem? Problem)
{
    public static WriteResult Of(ApiProblem problem) => new(problem.Status, 0, 0, problem);
}

/// <summary>Writes documents and waits until they can be found.</summary>
internal sealed partial class DocumentWriter(
    KnowledgeStore store, KnowledgeIndex index, IOptions<KnowledgeOptions> options, ILogger<DocumentWriter> logger)
{
    /// <summary>Far above the indexing of the largest document; a longer wait means that the index stands still.</summary>
    private static readonly TimeSpan IndexPatience = TimeSpan.FromSeconds(60);

    public Audience DefaultAudience { get; } = Audience.Named(options.Value.DefaultAudience)!;

    public async Task<WriteResult> WriteAsync(KnowledgeDocument document, Precondition precondition, string editor, CancellationToken cancellationToken)
    {
        var written = await store.PutAsync(document, precondition, editor);
        return await AnswerAsync(document, written, editor, cancellationToken);
    }

    /// <summary>Makes a past revision the present one, as a write of its own that can be undone likewise.</summary>
    public async Task<WriteResult> RestoreAsync(StoredDocument past, Precondition precondition, string editor, CancellationToken cancellationToken)
    {
        // Whoever prunes a folder would take it away again: what an editor brings back is the editor's.
        var document = past.Document with { Origin = null };
        var written = await store.PutAsync(document, precondition, editor, past.ContentHash);
        return await AnswerAsync(document, written, editor, cancellationToken);
    }

    private async Task<WriteResult> AnswerAsync(KnowledgeDocument document, Written written, string editor, CancellationToken cancellationToken)
    {
        if (written.Outcome == WriteOutcome.RevisionMismatch)
            return WriteResult.Of(ApiProblems.RevisionMismatch(written));
        if (written.Outcome != WriteOutcome.Unchanged)
            Log.Written(logger, document.Key, written.Revision, editor);
        var status = written.Outcome == WriteOutcome.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return await SearchableAsync(written, status, index.CountChunksAsync(document.Key, written.Change, cancellationToken));
    }

    public async Task<WriteResult> DeleteAsync(DocumentKey key, Precondition precondition, string editor, CancellationToken cancellationToken)
    {
        var written = await store.DeleteAsync(key, precondition, editor);
        if (written.Outcome == WriteOutcome.NotFound)
            return WriteResult.Of(ApiProblems.NotFound);
        if (written.Outcome == WriteOutcome.RevisionMismatch)
            return WriteResult.Of(ApiProblems.RevisionMismatch(written));
        Log.Deleted(logger, key, written.Revision, editor);
        return await SearchableAsync(written, StatusCodes.Status204NoContent, GoneAsync(written.Change, cancellationToken));
    }

    private async Task<int> GoneAsync(long change, CancellationToken cancellationToken)
    {
        await index.CatchUpAsync(change, cancellationToken);
        return 0;
    }

    private static async Task<WriteResult> SearchableAsync(Written written, int status, Task<int> indexed)
    {
        try
        {
            return new(status, written.Revision, await indexed.WaitAsync(IndexPatience), null);
        }
        catch (TimeoutException)
        {
            return WriteResult.Of(ApiProblems.NotYetSearchable(written.Revision));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Editor} wrote {Document}, revision {Revision}.")]
        public static partial void Written(ILogger logger, DocumentKey document, long revision, string editor);

        [LoggerMessage(2, LogLevel.Information, "{Editor} deleted {Document}, revision {Revision}.")]
        public static partial void Deleted(ILogger logger, DocumentKey document, long revision, string editor);
    }
}
