using System.Diagnostics;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Operations;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Inbox;

/// <summary>One attempt at one entry: the handler under a renewed lease, and what becomes of the entry afterwards.</summary>
internal sealed partial class EntryAttempt(
    EventInbox inbox, IEntryHandler handler, IOptions<InboxOptions> options, BotMetrics metrics, TimeProvider time, ILogger<EntryAttempt> logger)
{
    private const int UnfinishedForOneFailed = 3;
    private const string CauseField = "cause";
    private static readonly TimeSpan StoreRetryDelay = TimeSpan.FromSeconds(1);

    public async Task RunAsync(Claim claim, CancellationToken stoppingToken)
    {
        using var scope = Log.Entry(logger, claim.Entry.Id, claim.Entry.Conversation);
        using var activity = StartActivity(claim);
        await using var lease = new LeaseKeeper(inbox, claim, options, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lease.Lost);
        var outcome = await HandleAsync(new Held(claim, lease.Lost, stoppingToken), either.Token);
        activity?.SetTag("wenlu.inbox.outcome", outcome);
        metrics.EntryFinished(outcome);
    }

    private async Task<string> HandleAsync(Held held, CancellationToken cancellationToken)
    {
        try
        {
            if (IsExpired(held.Claim))
                return await ExpireAsync(held);
            await RefuseWhatIsGivenUpAsync(held.Claim);
            await handler.HandleAsync(held.Claim, cancellationToken);
            return await SettleAsync("completed", held, inbox.CompleteAsync);                   // handled
        }
        catch (Exception) when (held.Lost.IsCancellationRequested)
        {
            Log.LeaseLost(logger);
            return "lost";                                                                      // somebody else's now
        }
        catch (Exception) when (held.Stopping.IsCancellationRequested)
        {
            return await HandBackAsync(held, TimeSpan.Zero);                                    // stopping: for the next process
        }
        catch (DeferEntryException exception)
        {
            Log.Deferred(logger, exception.Message, exception.Delay);
            return await HandBackAsync(held, exception.Delay);                                  // not now, and not an attempt
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            Log.StoreAway(logger, exception);
            return await HandBackAsync(held, StoreRetryDelay);                                  // not its fault
        }
        catch (PoisonEntryException exception)
        {
            Log.Poisonous(logger, held.Claim.Attempt, exception.Message);
            return await GiveUpAsync(held, exception.Message, cancellationToken);               // will never work
        }
        catch (Exception exception) when (held.Claim.Attempt >= options.Value.MaxAttempts)
        {
            Log.LastFailed(logger, exception, held.Claim.Attempt);
            return await GiveUpAsync(held, exception.Message, cancellationToken);               // did not work
        }
        catch (Exception exception)
        {
            var delay = RetryDelay.After(held.Claim.Attempt, options.Value, Random.Shared);
            Log.Failed(logger, exception, held.Claim.Attempt, delay);
            return await SettleAsync("retried", held, claim => inbox.ReleaseAsync(claim, delay, countAttempt: true)); // next attempt
        }
    }

    private bool IsExpired(Claim claim) => time.GetUtcNow() - claim.Entry.CreatedAt > options.Value.Expiry;

    /// <summary>
    /// What was given up comes again until its asker is told. An attempt is counted when it begins: many more of them than there may
    /// be, without a cause, means that none came to its end. Whatever ran beside the entry that ended the process was counted too, so
    /// that limit is not the one of attempts that failed.
    /// </summary>
    private async Task RefuseWhatIsGivenUpAsync(Claim claim)
    {
        var cause = claim.Attempt == 1 ? null : (await inbox.ReadProgressAsync(claim)).GetValueOrDefault(CauseField);
        if (cause is not null || claim.Attempt > options.Value.MaxAttempts * UnfinishedForOneFailed)
            throw new PoisonEntryException(cause ?? "No attempt came to its end; the process or its lease ended first.");
    }

    private Task<string> ExpireAsync(Held held)
    {
        Log.Expired(logger, held.Claim.Entry.CreatedAt);
        return SettleAsync("expired", held, inbox.CompleteAsync);
    }

    private Task<string> HandBackAsync(Held held, TimeSpan delay) =>
        SettleAsync("deferred", held, claim => inbox.ReleaseAsync(claim, delay, countAttempt: false));

    private async Task<string> GiveUpAsync(Held held, string cause, CancellationToken cancellationToken)
    {
        try
        {
            await handler.GiveUpAsync(held.Claim, cause, cancellationToken);
        }
        catch (Exception) when (held.Lost.IsCancellationRequested)
        {
            Log.LeaseLost(logger);
            return "lost";
        }
        catch (Exception) when (held.Stopping.IsCancellationRequested)
        {
            return await HandBackAsync(held, TimeSpan.Zero);
        }
        catch (DeferEntryException exception) when (held.Claim.Attempt < 2 * options.Value.MaxAttempts)
        {
            return await TellLaterAsync(held, cause, exception);
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            Log.StoreAway(logger, exception);
            return await HandBackAsync(held, StoreRetryDelay);
        }
        catch (Exception exception)
        {
            Log.AskerNotTold(logger, exception);
        }

        return await SettleAsync("parked", held, claim => inbox.ParkAsync(claim, cause));
    }

    /// <summary>Nobody would be told by parking now. As many tries again as there are attempts, with the same growing delays.</summary>
    private Task<string> TellLaterAsync(Held held, string cause, DeferEntryException reason)
    {
        var pause = RetryDelay.After(held.Claim.Attempt, options.Value, Random.Shared);
        var delay = reason.Delay > pause ? reason.Delay : pause;
        Log.ToldLater(logger, delay, reason.Message);
        return SettleAsync("retried", held, async claim =>
            await inbox.SaveProgressAsync(claim, CauseField, cause) && await inbox.ReleaseAsync(claim, delay, countAttempt: true));
    }

    /// <summary>
    /// Writes the outcome, for as long as the lease may still be ours: while the store is away that beats doing the work again.
    /// A stopping host does not wait.
    /// </summary>
    private async Task<string> SettleAsync(string outcome, Held held, Func<Claim, Task<bool>> write)
    {
        while (true)
        {
            try
            {
                return await write(held.Claim) ? outcome : "lost";
            }
            catch (StoreUnavailableException exception) when (!held.Lost.IsCancellationRequested && !held.Stopping.IsCancellationRequested)
            {
                Log.OutcomeWaits(logger, exception, outcome);
                await Task.Delay(StoreRetryDelay, time, held.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static Activity? StartActivity(Claim claim) => BotTelemetry.Activities.StartActivity(
        BotTelemetry.Spans.HandleEntry, ActivityKind.Consumer, claim.Entry.TraceParent,
        [new("wenlu.entry.id", claim.Entry.Id), new("wenlu.conversation", claim.Entry.Conversation), new("wenlu.attempt", claim.Attempt)]);

    private readonly record struct Held(Claim Claim, CancellationToken Lost, CancellationToken Stopping);

    private static partial class Log
    {
        private static readonly Func<ILogger, string, string, IDisposable?> EntryScope =
            LoggerMessage.DefineScope<string, string>("event {EventId} in conversation {Conversation}");

        public static IDisposable? Entry(ILogger logger, string id, string conversation) => EntryScope(logger, id, conversation);

        [LoggerMessage(1, LogLevel.Warning, "Attempt {Attempt} failed; the next is in {Delay}.")]
        public static partial void Failed(ILogger logger, Exception exception, int attempt, TimeSpan delay);

        [LoggerMessage(2, LogLevel.Error, "Given up after attempt {Attempt}, the last.")]
        public static partial void LastFailed(ILogger logger, Exception exception, int attempt);

        [LoggerMessage(3, LogLevel.Information, "Deferred for {Delay}: {Reason}")]
        public static partial void Deferred(ILogger logger, string reason, TimeSpan delay);

        [LoggerMessage(4, LogLevel.Warning, "Lost the lease; another worker has the entry.")]
        public static partial void LeaseLost(ILogger logger);

        [LoggerMessage(5, LogLevel.Warning, "Dropped: it was sent at {CreatedAt}, longer ago than the platform sends again.")]
        public static partial void Expired(ILogger logger, DateTimeOffset createdAt);

        [LoggerMessage(6, LogLevel.Warning, "The store went away during the attempt; it is made again and not counted.")]
        public static partial void StoreAway(ILogger logger, Exception exception);

        [LoggerMessage(7, LogLevel.Warning, "The outcome ({Outcome}) waits for the store.")]
        public static partial void OutcomeWaits(ILogger logger, Exception exception, string outcome);

        [LoggerMessage(8, LogLevel.Warning, "The asker could not be told that the question was given up.")]
        public static partial void AskerNotTold(ILogger logger, Exception exception);

        [LoggerMessage(9, LogLevel.Error, "Given up at attempt {Attempt}, since no other can work: {Reason}")]
        public static partial void Poisonous(ILogger logger, int attempt, string reason);

        [LoggerMessage(10, LogLevel.Warning, "The asker is told in {Delay} that the question was given up: {Reason}")]
        public static partial void ToldLater(ILogger logger, TimeSpan delay, string reason);
    }
}
