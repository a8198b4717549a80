using System.Diagnostics;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Operations;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Inbox;

/// <summary>One attempt at one entry: the handler under a renewed lease, and what becomes of the entry afterwards.</summary>
internal sealed partial class EntryAttempt(
    EventInbox inbox, IEntryHandler handler, IOptions<InboxOptions> options, BotMetrics metrics, TimeProvider time, ILogger<EntryAttempt> logger)
{
    private static readonly TimeSpan StoreRetryDelay = TimeSpan.FromSeconds(1);

    public async Task RunAsync(Claim claim, CancellationToken stoppingToken)
    {
        using var scope = Log.Entry(logger, claim.Entry.Id, claim.Entry.Conversation);
        using var activity = StartActivity(claim);
        await using var lease = new LeaseKeeper(inbox, claim, options, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lease.Lost);
        var outcome = await HandleAsync(claim, lease, either.Token, stoppingToken);
        activity?.SetTag("wenlu.inbox.outcome", outcome);
        metrics.EntryFinished(outcome);
    }

    private async Task<string> HandleAsync(Claim claim, LeaseKeeper lease, CancellationToken cancellationToken, CancellationToken stoppingToken)
    {
        try
        {
            if (IsExpired(claim))
                return await ExpireAsync(claim, lease);
            if (claim.Attempt > options.Value.MaxAttempts)
                throw new PoisonEntryException("Every attempt ended with the process.");
            await handler.HandleAsync(claim, cancellationToken);
            return await SettleAsync("completed", () => inbox.CompleteAsync(claim), lease);                          // handled
        }
        catch (Exception) when (lease.Lost.IsCancellationRequested)
        {
            Log.LeaseLost(logger);
            return "lost";                                                                                          // somebody else's now
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return await HandBackAsync(claim, TimeSpan.Zero, lease);                                                // stopping: for the next process
        }
        catch (DeferEntryException exception)
        {
            Log.Deferred(logger, exception.Message, exception.Delay);
            return await HandBackAsync(claim, exception.Delay, lease);                                              // not now: later, not an attempt
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            Log.StoreAway(logger, exception);
            return await HandBackAsync(claim, StoreRetryDelay, lease);                                              // not its fault: later
        }
        catch (Exception exception) when (exception is PoisonEntryException || claim.Attempt >= options.Value.MaxAttempts)
        {
            Log.Parked(logger, exception, claim.Attempt);
            return await GiveUpAsync(claim, exception.Message, lease, cancellationToken);                           // will never work
        }
        catch (Exception exception)
        {
            var delay = RetryDelay.After(claim.Attempt, options.Value, Random.Shared);
            Log.Failed(logger, exception, claim.Attempt, delay);
            return await SettleAsync("retried", () => inbox.ReleaseAsync(claim, delay, countAttempt: true), lease); // next attempt
        }
    }

    private bool IsExpired(Claim claim) => time.GetUtcNow() - claim.Entry.CreatedAt > options.Value.Expiry;

    private Task<string> ExpireAsync(Claim claim, LeaseKeeper lease)
    {
        Log.Expired(logger, claim.Entry.CreatedAt);
        return SettleAsync("expired", () => inbox.CompleteAsync(claim), lease);
    }

    private Task<string> HandBackAsync(Claim claim, TimeSpan delay, LeaseKeeper lease) =>
        SettleAsync("deferred", () => inbox.ReleaseAsync(claim, delay, countAttempt: false), lease);

    private async Task<string> GiveUpAsync(Claim claim, string cause, LeaseKeeper lease, CancellationToken cancellationToken)
    {
        try
        {
            await handler.GiveUpAsync(claim, cause, cancellationToken);
        }
        catch (Exception exception)
        {
            Log.AskerNotTold(logger, exception);
        }

        return await SettleAsync("parked", () => inbox.ParkAsync(claim, cause), lease);
    }

    /// <summary>
    /// Writes the outcome, for as long as the lease may still be ours: while the store is away that beats doing the work again.
    /// </summary>
    private async Task<string> SettleAsync(string outcome, Func<Task<bool>> write, LeaseKeeper lease)
    {
        while (true)
        {
            try
            {
                return await write() ? outcome : "lost";
            }
            catch (StoreUnavailableException exception) when (!lease.Lost.IsCancellationRequested)
            {
                Log.OutcomeWaits(logger, exception, outcome);
                await Task.Delay(StoreRetryDelay, time, CancellationToken.None);
            }
        }
    }

    private static Activity? StartActivity(Claim claim) => BotTelemetry.Activities.StartActivity(
        BotTelemetry.Spans.HandleEntry, ActivityKind.Consumer, claim.Entry.TraceParent,
        [new("wenlu.entry.id", claim.Entry.Id), new("wenlu.conversation", claim.Entry.Conversation), new("wenlu.attempt", claim.Attempt)]);

    private static partial class Log
    {
        private static readonly Func<ILogger, string, string, IDisposable?> EntryScope =
            LoggerMessage.DefineScope<string, string>("event {EventId} in conversation {Conversation}");

        public static IDisposable? Entry(ILogger logger, string id, string conversation) => EntryScope(logger, id, conversation);

        [LoggerMessage(1, LogLevel.Warning, "Attempt {Attempt} failed; the next is in {Delay}.")]
        public static partial void Failed(ILogger logger, Exception exception, int attempt, TimeSpan delay);

        [LoggerMessage(2, LogLevel.Error, "Parked after attempt {Attempt}.")]
        public static partial void Parked(ILogger logger, Exception exception, int attempt);

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
    }
}
