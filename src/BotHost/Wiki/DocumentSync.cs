using System.Text;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Wiki;

/// <summary>Brings one document up to date: who may read it, what it says, where it stands.</summary>
internal sealed partial class DocumentSync(
    GrantsReader grants, SourceReaders sources, DocumentReader reader, WikiCalls calls, KnowledgeStore knowledge, DocumentWriter writer,
    IOptions<WikiOptions> options, TimeProvider time, ILogger<DocumentSync> logger)
{
    private const string Editor = KnowledgeStore.MirrorEditor;
    private const int MaxMarkdownBytes = 5 * 1024 * 1024;

    /// <summary>The app may not subscribe to it; a right may be given later.</summary>
    private static readonly TimeSpan SubscribeAgain = TimeSpan.FromDays(7);

    /// <summary>Throws what is about more than this document.</summary>
    public async Task RunAsync(SyncedDocument document, Catalogue catalogue, SyncBoard board, CancellationToken cancellationToken)
    {
        try
        {
            await BringAsync(document, catalogue, board, cancellationToken);
            if (catalogue.Find(document.Token) is null)
                await RemoveAsync(document, board, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !SyncTrouble.IsGeneral(exception))
        {
            await FailAsync(document, exception, catalogue, board, cancellationToken);
        }
    }

    public async Task RemoveAsync(SyncedDocument document, SyncBoard board, CancellationToken cancellationToken)
    {
        var result = await writer.DeleteAsync(new(Kinds.Document, document.Id), Precondition.None, Editor, cancellationToken);
        if (result.Problem is null)
            board.Count(run => run with { Removed = run.Removed + 1 });
    }

    private async Task BringAsync(SyncedDocument document, Catalogue catalogue, SyncBoard board, CancellationToken cancellationToken)
    {
        if (document.NeedsGrants(time.GetUtcNow(), board.PermissionInterval))
            document = await AskGrantsAsync(document, catalogue, board, cancellationToken);
        if (WikiAudience.Of(document, board.Space(document.SpaceId), options.Value) is not { } audience)
        {
            await WithholdAsync(document, catalogue, board, cancellationToken);
            return;
        }
        var wished = document;
        if (await WriteAsync(document, audience, catalogue, board, cancellationToken) is not { } written)
            return;
        var subscribed = await SubscribeAsync(document, cancellationToken);
        await catalogue.UpdateAsync(document.Token, now => now with
        {
            ReadEdit = wished.EditedAt,
            Served = wished.Asked,
            Revision = written.Revision,
            SkippedBlocks = written.SkippedBlocks,
            Sources = written.Sources,
            SourcesServed = wished.SourceWishes,
            ReadAt = wished.NeedsContent ? time.GetUtcNow() : now.ReadAt,
            Written = MirroredDocument.Print(wished, audience),
            IsMoved = MirroredDocument.Print(now, audience) != MirroredDocument.Print(wished, audience),
            State = SyncState.Synced,
            Failure = null,
            Attempts = 0,
            RetryAt = null,
            Subscribed = subscribed ?? now.Subscribed,
            SubscribeAfter = subscribed is false ? time.GetUtcNow() + SubscribeAgain : now.SubscribeAfter,
        });
    }

    private async Task<SyncedDocument> AskGrantsAsync(SyncedDocument document, Catalogue catalogue, SyncBoard board, CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow();
        var (told, refusal) = await grants.ReadAsync(document, board.Space(document.SpaceId)?.IsPublic is true, cancellationToken);
        var failure = refusal is null ? null : SyncTrouble.Of(refusal, DocumentOperation.Members, asked);
        await catalogue.UpdateAsync(document.Token, now => now with { Grants = told, GrantsAt = now.GrantsWishes == document.GrantsWishes ? asked : null, Failure = failure });
        if (document.Grants?.IsSameAs(told) is false)
            await ReadAgainAsync(document.Token, catalogue);
        return document with { Grants = told, GrantsAt = asked, Failure = failure };
    }

    /// <summary>What shows something of a document whose readers are others now.</summary>
    private static async Task ReadAgainAsync(string source, Catalogue catalogue)
    {
        foreach (var document in catalogue.All.Where(document => document.Sources.Contains(source)).ToList())
            await catalogue.UpdateAsync(document.Token, now => now with { SourceWishes = now.SourceWishes + 1, RetryAt = null });
    }

    private async Task WithholdAsync(SyncedDocument document, Catalogue catalogue, SyncBoard board, CancellationToken cancellationToken)
    {
        if (document.State != SyncState.Withheld)
            await RemoveAsync(document, board, cancellationToken);
        // That it cannot be read at all says more than that its readers are not told.
        if (document.Failure is not null)
            await reader.CheckAsync(document.Token, cancellationToken);
        await catalogue.UpdateAsync(document.Token, now => now with
        {
            State = SyncState.Withheld,
            ReadEdit = -1,
            Revision = 0,
            Served = document.Asked,
            Written = null,
            Attempts = 0,
            RetryAt = null,
        });
    }

    /// <summary>What of it is in the knowledge base now; null when somebody else wrote meanwhile, and it is to be tried again.</summary>
    private async Task<(long Revision, int SkippedBlocks, IReadOnlyList<string> Sources)?> WriteAsync(
        SyncedDocument document, Audience audience, Catalogue catalogue, SyncBoard board, CancellationToken cancellationToken)
    {
        var before = await knowledge.FindAsync(new(Kinds.Document, document.Id));
        var read = document.NeedsContent || before is null
            ? await reader.ReadAsync(document.Token, before is null || document.ShowsOtherwise ? -1 : document.Revision, MayShowAsync, cancellationToken)
            : null;
        board.Count(run => Counted(run, document, read));
        var after = read is not null
            ? MirroredDocument.Of(document, read.Content.Title, read.Content.Markdown, audience)
            : MirroredDocument.Of(document, before!.Document.Title, before.Document.Markdown, audience);
        if (Encoding.UTF8.GetByteCount(after.Markdown) > MaxMarkdownBytes)
            throw new InvalidDataException($"Its text is longer than {MaxMarkdownBytes / 1024 / 1024} MB.");
        var result = await writer.WriteAsync(after, Precondition.OneOf([before?.Revision ?? 0]), Editor, cancellationToken);
        if (result.Problem is { Status: StatusCodes.Status412PreconditionFailed })
            return null;
        if (result.Problem is { } problem)
            throw new InvalidDataException(problem.Detail.English);
        if (before is null || result.Revision != before.Revision)
            board.CountWritten(ChunkDifference.Of(before?.Document, after));
        return read is null ? (document.Revision, document.SkippedBlocks, document.Sources) : (read.Revision, read.Content.Skipped.Count, read.Sources);

        Task<bool> MayShowAsync(string source) => sources.IncludeAsync(audience, source, catalogue, board, cancellationToken);
    }

    private static SyncRunCounts Counted(SyncRunCounts run, SyncedDocument document, ReadDocument? read) => (document.NeedsContent, read) switch
    {
        (false, _) => run,
        (true, null) => run with { Unchanged = run.Unchanged + 1 },
        _ => run with { Read = run.Read + 1 },
    };

    /// <summary>Null when it was not tried.</summary>
    private async Task<bool?> SubscribeAsync(SyncedDocument document, CancellationToken cancellationToken)
    {
        if (document.Subscribed is true || document.SubscribeAfter > time.GetUtcNow())
            return null;
        try
        {
            await calls.CallAsync(api => api.SubscribeAsync(document.Token, cancellationToken), cancellationToken);
            return true;
        }
        catch (FeishuApiException exception) when (!SyncTrouble.IsGeneral(exception) || exception.Code == FeishuCodes.ScopeMissing)
        {
            Log.NotSubscribed(logger, document.Id, exception.Code);
            return false;
        }
    }

    /// <summary>What cannot be read is no answer any more; what only failed may be one again, and stays.</summary>
    private async Task FailAsync(SyncedDocument document, Exception exception, Catalogue catalogue, SyncBoard board, CancellationToken cancellationToken)
    {
        var failure = SyncTrouble.Of(exception, DocumentOperation.Docx, time.GetUtcNow());
        var isClosed = SyncTrouble.IsGone(failure.Code) || SyncTrouble.IsForbidden(failure.Code);
        if (isClosed)
            await RemoveAsync(document, board, cancellationToken);
        else
            await RestrictAsync(catalogue.Find(document.Token) ?? document, board, cancellationToken);
        Log.Failed(logger, exception is FeishuApiException ? null : exception, document.Id, failure.Code, exception.Message);
        await catalogue.UpdateAsync(document.Token, now => Failed(now, document, failure, isClosed));
    }

    /// <summary>What it said before may stay an answer, but only for those who may read it now.</summary>
    private async Task RestrictAsync(SyncedDocument document, SyncBoard board, CancellationToken cancellationToken)
    {
        if (await knowledge.FindAsync(new(Kinds.Document, document.Id)) is not { } stored)
            return;
        var audience = WikiAudience.Of(document, board.Space(document.SpaceId), options.Value);
        if (audience is null)
            await RemoveAsync(document, board, cancellationToken);
        else if (!audience.Labels.SequenceEqual(stored.Document.Audience.Labels))
            await writer.WriteAsync(stored.Document with { Audience = audience }, Precondition.OneOf([stored.Revision]), Editor, cancellationToken);
    }

    /// <summary>After the next look, then ever later: each try is a call that others could use.</summary>
    private SyncedDocument Failed(SyncedDocument now, SyncedDocument tried, SyncFailure failure, bool isClosed) => now with
    {
        State = SyncState.Failed,
        Failure = failure,
        Served = tried.Asked,
        ReadEdit = -1,
        Written = isClosed ? null : now.Written,
        Revision = isClosed ? 0 : now.Revision,
        GrantsAt = isClosed ? null : now.GrantsAt,
        Attempts = now.Attempts + 1,
        RetryAt = now.IsWishedSince(tried) ? null : time.GetUtcNow() + options.Value.Interval * Math.Min(1 << Math.Min(now.Attempts, 4), 12),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "{Document} sends no events (code {Code}); it is looked at instead.")]
        public static partial void NotSubscribed(ILogger logger, string document, int code);

        [LoggerMessage(2, LogLevel.Warning, "{Document} could not be synced (code {Code}): {Reason}")]
        public static partial void Failed(ILogger logger, Exception? exception, string document, int code, string reason);
    }
}
