using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Wiki;

/// <summary>
/// The sync of the replica that holds the lease: one looks at the wiki again and again, one takes up what events ask for, and some
/// read what is due. All that is known stands in the store, so that another replica goes on where this one stops.
/// </summary>
internal sealed partial class SyncRun(
    WikiStore store, WikiLook look, DocumentSync documents, CallLedger ledger, IOptions<WikiOptions> options, TimeProvider time, ILogger<SyncRun> logger)
{
    /// <summary>Reading is bound by the platform's limits, not by us: enough that its answers' way does not count.</summary>
    private const int Readers = 4;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(5);

    /// <summary>Ends with the token, or with the first failure that is the store's.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var catalogue = await Catalogue.LoadAsync(store);
        var board = new SyncBoard(store, await store.GetStatusAsync(), time, options.Value.PermissionInterval);
        using var wished = new SemaphoreSlim(0, 1);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] work =
        [
            LookAgainAndAgainAsync(catalogue, board, wished, ending.Token),
            TakeWishesAsync(catalogue, board, wished, ending.Token),
            .. Enumerable.Range(0, Readers).Select(_ => ReadAsync(catalogue, board, ending.Token)),
        ];
        await Task.WhenAny(work);
        await ending.CancelAsync();
        try
        {
            await Task.WhenAll(work);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested || Array.Exists(work, task => task.IsFaulted))
        {
            if (Array.Find(work, task => task.IsFaulted) is { } failed)
                await failed;
        }
    }

    private async Task LookAgainAndAgainAsync(Catalogue catalogue, SyncBoard board, SemaphoreSlim wished, CancellationToken cancellationToken)
    {
        while (true)
        {
            long cost = 0;
            await GuardAsync(board, async () => cost = await look.RunAsync(catalogue, board, cancellationToken), cancellationToken);
            var stretch = PollPace.Stretch(await ledger.LookAsync(), ledger.Month.End - time.GetUtcNow(), cost, catalogue.All.Count, options.Value);
            board.PermissionInterval = options.Value.PermissionInterval * stretch;
            var pause = options.Value.Interval * stretch;
            board.Update(status => status with { NextLook = time.GetUtcNow() + pause });
            await wished.WaitAsync(pause, cancellationToken);
        }
    }

    private async Task TakeWishesAsync(Catalogue catalogue, SyncBoard board, SemaphoreSlim wished, CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var wish in await store.ListDueWishesAsync())
            {
                await TakeAsync(wish, catalogue, board, wished, cancellationToken);
                await store.ForgetWishAsync(wish);
            }
            if (board.Status.LookEndedAt is not null && catalogue.IsIdle(document => IsDue(document, board)))
                board.EndRun();
            await board.SaveAsync();
            await Task.Delay(Tick, time, cancellationToken);
        }
    }

    private async Task TakeAsync(SyncWish wish, Catalogue catalogue, SyncBoard board, SemaphoreSlim wished, CancellationToken cancellationToken)
    {
        switch (wish.Kind)
        {
            case WishKind.Look:
                board.Recovered();
                if (wish == SyncWish.TryAgain)
                    await TryAgainAsync(catalogue);
                if (wished.CurrentCount == 0)
                    wished.Release();
                break;
            case WishKind.Content:
                await catalogue.UpdateAsync(wish.Token, document => document.AskedFor());
                break;
            case WishKind.Grants:
                await catalogue.UpdateAsync(wish.Token, document => document.GrantsChanged());
                break;
            case WishKind.Gone when catalogue.Find(wish.Token) is { } gone:
                await catalogue.UpdateAsync(wish.Token, Trashed);
                await documents.RemoveAsync(gone, board, cancellationToken);
                break;
        }
    }

    private static async Task TryAgainAsync(Catalogue catalogue)
    {
        foreach (var document in catalogue.All.Where(document => document.State is SyncState.Failed or SyncState.Withheld))
            await catalogue.UpdateAsync(document.Token, now => now with { RetryAt = null, GrantsAt = null });
    }

    /// <summary>Put back, it is listed again and read.</summary>
    private SyncedDocument Trashed(SyncedDocument document) => document with
    {
        State = SyncState.Failed,
        Failure = new(DocumentOperation.Docx, SyncTrouble.Deleted, null, time.GetUtcNow()),
        // Whoever is reading it just now does not know: it is read once more after that.
        Asked = document.Asked + 1,
        ReadEdit = -1,
        Revision = 0,
        Written = null,
        RetryAt = time.GetUtcNow() + options.Value.Interval,
    };

    private async Task ReadAsync(Catalogue catalogue, SyncBoard board, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (board.IsPaused || catalogue.Take(document => IsDue(document, board)) is not { } document)
            {
                await Task.Delay(Tick, time, cancellationToken);
                continue;
            }
            try
            {
                await GuardAsync(board, () => documents.RunAsync(document, catalogue, board, cancellationToken), cancellationToken);
            }
            finally
            {
                catalogue.Leave(document.Token);
            }
        }
    }

    private bool IsDue(SyncedDocument document, SyncBoard board) => document.IsDue(time.GetUtcNow(), board.PermissionInterval);

    /// <summary>What is about everything ends one attempt and makes all wait; the store's absence ends the run.</summary>
    private async Task GuardAsync(SyncBoard board, Func<Task> attempt, CancellationToken cancellationToken)
    {
        try
        {
            await attempt();
            board.Recovered();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !StoreUnavailableException.IsAbsence(exception))
        {
            if (board.Status.Trouble is null)
                Log.Paused(logger, exception.Message);
            var isLong = exception is FeishuApiException { Code: FeishuCodes.MonthlyQuotaUsedUp or FeishuCodes.ScopeMissing };
            board.Pause(isLong ? LongPause : ShortPause, SyncTrouble.Of(exception, "", time.GetUtcNow()));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The wiki sync pauses: {Reason}")]
        public static partial void Paused(ILogger logger, string reason);
    }
}
