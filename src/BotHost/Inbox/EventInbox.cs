using System.Text.Json;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Inbox;

/// <summary>
/// The durable inbox: at least once in, one conversation's entries in order, each under a lease. Keys: <see cref="InboxKeys"/>.
/// Every method throws <see cref="StoreUnavailableException"/> when the store is away.
/// </summary>
internal sealed class EventInbox(
    IConnectionMultiplexer store, StoreScripts scripts, DiskSpace disk, InboxSignal signal, TimeProvider time, IOptions<InboxOptions> options)
{
    private const int Candidates = 8;
    private const int NotDue = 0;
    private const int ParkedKept = 1000;
    private static readonly RedisValue Done = "done";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan ParkedLifetime = TimeSpan.FromDays(30);

    private IDatabase Database => store.GetDatabase();

    /// <summary>
    /// Durable when it returns; false for a duplicate. One round trip of commands that need no transaction: each may happen twice,
    /// and when a crash cuts them short the platform, which got no answer, sends the event again and completes them. A duplicate of a
    /// finished entry queues its id again; the next claim finds "done" in its place and drops it.
    /// </summary>
    public async Task<bool> AcceptAsync(InboxEntry entry)
    {
        disk.EnsureEnough();
        var isNew = await StoreUnavailableException.TranslateAsync(() => SendAcceptAsync(entry, time.GetUtcNow()));
        signal.Set();
        return isNew;
    }

    /// <summary>The next due entry of a conversation that nobody holds, or null.</summary>
    public async Task<Claim?> ClaimAsync(CancellationToken cancellationToken)
    {
        disk.EnsureEnough();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await StoreUnavailableException.TranslateAsync(TakeLeaseAsync) is not { } lease)
                return null;
            if (await ReadClaimPatientlyAsync(lease, cancellationToken) is { } claim)
                return claim;
        }
    }

    /// <summary>Prolongs the lease; false when it is lost.</summary>
    public Task<bool> RenewAsync(Claim claim) => RunAsync(InboxScripts.Renew,
        [InboxKeys.Conversation(claim.Entry.Conversation), InboxKeys.Ready],
        [claim.FencingToken, claim.Entry.Conversation, Milliseconds(options.Value.Lease), Seconds(Lifetime)]);

    /// <summary>Done for good; false when the lease is lost.</summary>
    public Task<bool> CompleteAsync(Claim claim) => CompleteAsync(claim.Entry.Id, claim.Entry.Conversation, claim.FencingToken);

    /// <summary>Back to the head of its conversation; false when the lease is lost.</summary>
    public async Task<bool> ReleaseAsync(Claim claim, TimeSpan delay, bool countAttempt)
    {
        var released = await RunAsync(InboxScripts.Release,
            [InboxKeys.Conversation(claim.Entry.Conversation), InboxKeys.Ready],
            [claim.FencingToken, claim.Entry.Conversation, Milliseconds(delay), claim.Entry.Id, countAttempt ? 0 : -1]);
        signal.Set();
        return released;
    }

    /// <summary>Given up, kept for the operator without its text; false when the lease is lost.</summary>
    public Task<bool> ParkAsync(Claim claim, string cause)
    {
        var (id, conversation) = (claim.Entry.Id, claim.Entry.Conversation);
        var details = new ParkedEntry(id, conversation, cause, claim.Attempt, claim.Entry.CreatedAt, time.GetUtcNow());
        return RunAsync(InboxScripts.Park,
            [.. FinishKeys(id, conversation), InboxKeys.Parked, InboxKeys.ParkedDetails],
            [.. FinishValues(id, conversation, claim.FencingToken),
                JsonSerializer.Serialize(details, InboxJson.Readable.ParkedEntry), ParkedKept, Seconds(ParkedLifetime)]);
    }

    /// <summary>Kept with the entry and gone with it; false, and nothing saved, when the lease is lost.</summary>
    public Task<bool> SaveProgressAsync(Claim claim, string field, string value) => RunAsync(InboxScripts.SaveProgress,
        [InboxKeys.Conversation(claim.Entry.Conversation), InboxKeys.Progress(claim.Entry.Id)],
        [claim.FencingToken, field, value, Seconds(Lifetime)]);

    public Task<IReadOnlyDictionary<string, string>> ReadProgressAsync(Claim claim) =>
        StoreUnavailableException.TranslateAsync<IReadOnlyDictionary<string, string>>(async () =>
            (await Database.HashGetAllAsync(InboxKeys.Progress(claim.Entry.Id))).ToStringDictionary());

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<ParkedEntry>> ListParkedAsync() =>
        StoreUnavailableException.TranslateAsync<IReadOnlyList<ParkedEntry>>(async () =>
            [.. (await Database.HashValuesAsync(InboxKeys.ParkedDetails))
                .Select(json => JsonSerializer.Deserialize((string)json!, InboxJson.Readable.ParkedEntry)!)
                .OrderByDescending(entry => entry.ParkedAt)]);

    public Task<InboxDepth> ReadDepthAsync() => StoreUnavailableException.TranslateAsync(async () =>
    {
        var pending = Database.SortedSetLengthAsync(InboxKeys.Pending);
        var oldest = Database.SortedSetRangeByRankWithScoresAsync(InboxKeys.Pending, 0, 0);
        var parked = Database.SortedSetLengthAsync(InboxKeys.Parked);
        return new InboxDepth(await pending, (await oldest) is [var first] ? Moment(first.Score) : null, await parked);
    });

    /// <summary>
    /// Frees every lease. Only for a process that knows itself to be alone, as the holder of the embedded store's folder does:
    /// whoever held these leases died with the last process, and there is no reason to wait for their end.
    /// </summary>
    public Task<int> AbandonLeasesAsync() => StoreUnavailableException.TranslateAsync(async () =>
    {
        var conversations = await Database.SortedSetRangeByScoreAsync(InboxKeys.Ready, time.GetUtcNow().ToUnixTimeMilliseconds());
        foreach (var conversation in conversations)
            await scripts.RunAsync(InboxScripts.Abandon, [InboxKeys.Conversation(conversation!), InboxKeys.Ready], [conversation]);
        return conversations.Length;
    });

    /// <summary>
    /// Puts back into its queue what a crash cut off on the way there, and forgets what is finished. It was not acknowledged, so
    /// the platform may send it again; if it does not, it is answered all the same. Safe beside everything else: whatever it
    /// queues twice is found done by the next claim.
    /// </summary>
    public Task<int> RequeueOrphansAsync() => StoreUnavailableException.TranslateAsync(async () =>
    {
        var requeued = 0;
        foreach (var id in await Database.SortedSetRangeByRankAsync(InboxKeys.Pending))
        {
            requeued += await RequeueAsync(id!) ? 1 : 0;
        }

        return requeued;
    });

    private async Task<bool> RequeueAsync(string id)
    {
        var json = await Database.StringGetAsync(InboxKeys.Event(id));
        if (json.IsNull || json == Done || StoredEntry.Read(json!) is not { } stored)
        {
            await Database.SortedSetRemoveAsync(InboxKeys.Pending, id);
            return false;
        }

        if (await Database.SortedSetScoreAsync(InboxKeys.Queue(stored.Conversation), id) is not null)
        {
            return false;
        }

        await SendAcceptAsync(stored.ToEntry(), stored.AcceptedAt);
        signal.Set();
        return true;
    }

    private async Task<bool> SendAcceptAsync(InboxEntry entry, DateTimeOffset now)
    {
        // The platform's time, if it is not ahead of ours: a clock of ours that runs ahead then delays nothing.
        var due = Math.Min(now.ToUnixTimeMilliseconds(), entry.CreatedAt.ToUnixTimeMilliseconds());
        var batch = Database.CreateBatch();
        var isNew = batch.StringSetAsync(InboxKeys.Event(entry.Id), StoredEntry.Write(entry, now), Lifetime, When.NotExists);
        Task[] queued =
        [
            batch.SortedSetAddAsync(InboxKeys.Pending, entry.Id, now.ToUnixTimeMilliseconds(), When.NotExists),
            batch.SortedSetAddAsync(InboxKeys.Queue(entry.Conversation), entry.Id, entry.CreatedAt.ToUnixTimeMilliseconds(), When.NotExists),
            batch.KeyExpireAsync(InboxKeys.Queue(entry.Conversation), Lifetime),
            batch.SortedSetAddAsync(InboxKeys.Ready, entry.Conversation, due, When.NotExists),
        ];
        batch.Execute();
        await Task.WhenAll(queued);
        return await isNew;
    }

    private async Task<Lease?> TakeLeaseAsync()
    {
        while (true)
        {
            var candidates = await Database.SortedSetRangeByRankWithScoresAsync(InboxKeys.Ready, 0, Candidates - 1);
            foreach (var candidate in candidates)
            {
                var result = await TryTakeAsync(candidate.Element!, candidate.Score);
                if (result.Resp2Type == ResultType.Array)
                    return new Lease((string)result[0]!, candidate.Element!, (long)result[1], (int)result[2]);
                if ((int)result == NotDue)
                    return null;
            }

            if (candidates.Length == 0)
                return null;
        }
    }

    private Task<RedisResult> TryTakeAsync(string conversation, double score) => scripts.RunAsync(InboxScripts.Claim,
        [InboxKeys.Ready, InboxKeys.Queue(conversation), InboxKeys.Conversation(conversation), InboxKeys.Fence],
        [conversation, score, Milliseconds(options.Value.Lease), Seconds(Lifetime)]);

    /// <summary>A store that goes away for a moment just now: a lease that nobody uses would keep its conversation waiting until its end.</summary>
    private async Task<Claim?> ReadClaimPatientlyAsync(Lease lease, CancellationToken cancellationToken)
    {
        var taken = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await StoreUnavailableException.TranslateAsync(() => ReadClaimAsync(lease));
            }
            catch (StoreUnavailableException) when (time.GetElapsedTime(taken) < options.Value.Lease / 3)
            {
                await Task.Delay(options.Value.PollInterval, time, cancellationToken);
            }
        }
    }

    /// <summary>Null when the entry is not to be handled: it was finished before, or its lifetime has ended.</summary>
    private async Task<Claim?> ReadClaimAsync(Lease lease)
    {
        var json = await Database.StringGetAsync(InboxKeys.Event(lease.Id));
        if (!json.IsNull && json != Done && StoredEntry.Read(json!) is { } stored)
            return new Claim(stored.ToEntry(), lease.Attempt, lease.Token, stored.AcceptedAt);
        await CompleteAsync(lease.Id, lease.Conversation, lease.Token);
        return null;
    }

    private Task<bool> CompleteAsync(string id, string conversation, long token) =>
        RunAsync(InboxScripts.Complete, FinishKeys(id, conversation), FinishValues(id, conversation, token));

    private static RedisKey[] FinishKeys(string id, string conversation) =>
    [
        InboxKeys.Conversation(conversation), InboxKeys.Ready, InboxKeys.Queue(conversation),
        InboxKeys.Event(id), InboxKeys.Progress(id), InboxKeys.Pending,
    ];

    private static RedisValue[] FinishValues(string id, string conversation, long token) => [token, conversation, id, Done];

    private Task<bool> RunAsync(string script, RedisKey[] keys, RedisValue[] values) =>
        StoreUnavailableException.TranslateAsync(async () => (int)await scripts.RunAsync(script, keys, values) == 1);

    private static long Milliseconds(TimeSpan duration) => (long)duration.TotalMilliseconds;

    private static long Seconds(TimeSpan duration) => (long)duration.TotalSeconds;

    private static DateTimeOffset Moment(double milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);

    private readonly record struct Lease(string Id, string Conversation, long Token, int Attempt);
}
