using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Inbox;

public sealed class EmbeddedInboxTests(EmbeddedInboxStore store) : InboxConformance(store), IClassFixture<EmbeddedInboxStore>;

public sealed class RedisInboxTests(RedisInboxStore store) : InboxConformance(store), IClassFixture<RedisInboxStore>;

/// <summary>What the inbox promises, on every store.</summary>
public abstract class InboxConformance : IDisposable
{
    private readonly InboxStore store;
    private readonly TempFolder temp = new();
    private readonly DataFolder folder;
    private readonly EventInbox inbox;
    private readonly InboxOptions options = new() { Lease = TimeSpan.FromSeconds(20) };
    private int sent;

    protected InboxConformance(InboxStore store)
    {
        this.store = store;
        folder = DataFolder.Open(temp["data"]);
        store.Clear();
        inbox = Inbox(store.Connection);
    }

    public void Dispose()
    {
        folder.Dispose();
        temp.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_accepted_entry_is_claimed_whole()
    {
        var entry = new InboxEntry("om_1", "oc_1:th_1", """{"text":"年假有几天？"}""", Moment(-3), "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        (await inbox.AcceptAsync(entry)).ShouldBeTrue();

        var claim = await ClaimAsync();

        claim.Entry.ShouldBe(entry);
        claim.Attempt.ShouldBe(1);
        claim.AcceptedAt.ShouldBeInRange(DateTimeOffset.UtcNow.AddSeconds(-30), DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task An_empty_inbox_has_nothing_to_claim() => (await inbox.ClaimAsync(default)).ShouldBeNull();

    [Fact]
    public async Task A_waiting_entry_is_not_accepted_a_second_time()
    {
        await AcceptAsync("om_1", "oc_1");

        (await inbox.AcceptAsync(Entry("om_1", "oc_1"))).ShouldBeFalse();
        await inbox.CompleteAsync(await ClaimAsync());

        (await inbox.ClaimAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_held_entry_is_not_accepted_a_second_time()
    {
        await AcceptAsync("om_1", "oc_1");
        var claim = await ClaimAsync();

        (await inbox.AcceptAsync(Entry("om_1", "oc_1"))).ShouldBeFalse();

        (await inbox.ClaimAsync(default)).ShouldBeNull();
        (await inbox.CompleteAsync(claim)).ShouldBeTrue();
        (await inbox.ClaimAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_completed_entry_is_not_accepted_again_and_leaves_no_text()
    {
        await AcceptAsync("om_1", "oc_1");
        await inbox.CompleteAsync(await ClaimAsync());

        (await inbox.AcceptAsync(Entry("om_1", "oc_1"))).ShouldBeFalse();

        (await inbox.ClaimAsync(default)).ShouldBeNull();
        ((string?)await store.Connection.GetDatabase().StringGetAsync(InboxKeys.Event("om_1"))).ShouldBe("done");
        (await inbox.ReadDepthAsync()).ShouldBe(new InboxDepth(0, null, 0));
    }

    [Fact]
    public async Task Pitfall_02_A_completed_entry_is_remembered_for_a_day()
    {
        await AcceptAsync("om_1", "oc_1");
        await inbox.CompleteAsync(await ClaimAsync());

        var left = await store.Connection.GetDatabase().KeyTimeToLiveAsync(InboxKeys.Event("om_1"));

        left!.Value.ShouldBeInRange(TimeSpan.FromHours(23.9), TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task A_duplicate_of_a_completed_entry_does_not_hold_up_its_conversation()
    {
        await AcceptAsync("om_1", "oc_1");
        await inbox.CompleteAsync(await ClaimAsync());
        await inbox.AcceptAsync(Entry("om_1", "oc_1"));
        await AcceptAsync("om_2", "oc_1");

        (await ClaimAsync()).Entry.Id.ShouldBe("om_2");
    }

    [Fact]
    public async Task Nothing_is_left_when_everything_is_done_but_the_memory_of_the_ids()
    {
        for (var i = 0; i < 5; i++)
            await AcceptAsync($"om_{i}", "oc_1");
        for (var i = 0; i < 5; i++)
        {
            var claim = await ClaimAsync();
            await inbox.SaveProgressAsync(claim, "card", "c1");
            await inbox.CompleteAsync(claim);
        }

        Keys().ShouldBe([.. Enumerable.Range(0, 5).Select(i => $"{{inbox}}:event:om_{i}"), "{inbox}:fence"], ignoreOrder: true);
    }

    [Fact]
    public async Task Every_key_but_those_that_empty_themselves_has_a_lifetime()
    {
        await AcceptAsync("om_1", "oc_1");
        await inbox.SaveProgressAsync(await ClaimAsync(), "card", "c1");
        await AcceptAsync("om_2", "oc_2");
        await inbox.ParkAsync(await ClaimAsync(), "cause");

        var database = store.Connection.GetDatabase();
        Keys().Where(key => database.KeyTimeToLive(key) is null).ShouldBe(["{inbox}:fence", "{inbox}:ready", "{inbox}:pending"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_conversation_runs_in_the_order_of_creation_whatever_the_order_of_arrival()
    {
        await inbox.AcceptAsync(Entry("om_2", "oc_1", Moment(-2)));
        await inbox.AcceptAsync(Entry("om_1", "oc_1", Moment(-3)));
        await inbox.AcceptAsync(Entry("om_3", "oc_1", Moment(-1)));

        (await DrainAsync()).ShouldBe(["om_1", "om_2", "om_3"]);
    }

    [Fact]
    public async Task A_held_conversation_is_not_claimed_and_others_are()
    {
        await AcceptAsync("om_1", "oc_1");
        await AcceptAsync("om_2", "oc_1");
        await AcceptAsync("om_3", "oc_2");

        var claims = new[] { (await ClaimAsync()).Entry.Id, (await ClaimAsync()).Entry.Id };

        claims.ShouldBe(["om_1", "om_3"]);
        (await inbox.ClaimAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task An_entry_whose_clock_is_ahead_is_claimed_at_once()
    {
        await inbox.AcceptAsync(Entry("om_1", "oc_1", Moment(3600)));

        (await ClaimAsync()).Entry.Id.ShouldBe("om_1");
    }

    [Fact]
    public async Task An_expired_lease_is_claimed_by_another_and_counts_as_an_attempt()
    {
        options.Lease = TimeSpan.FromMilliseconds(150);
        await AcceptAsync("om_1", "oc_1");
        var first = await ClaimAsync();

        var second = await EventuallyClaimAsync();

        second.Entry.ShouldBe(first.Entry);
        second.Attempt.ShouldBe(2);
        second.FencingToken.ShouldBeGreaterThan(first.FencingToken);
    }

    [Fact]
    public async Task A_renewed_lease_does_not_expire()
    {
        options.Lease = TimeSpan.FromMilliseconds(600);
        await AcceptAsync("om_1", "oc_1");
        var claim = await ClaimAsync();
        for (var i = 0; i < 6; i++)
        {
            await Task.Delay(200);
            (await inbox.ClaimAsync(default)).ShouldBeNull();
            (await inbox.RenewAsync(claim)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_stale_claim_can_write_nothing_any_more()
    {
        options.Lease = TimeSpan.FromMilliseconds(100);
        await AcceptAsync("om_1", "oc_1");
        var stale = await ClaimAsync();
        options.Lease = TimeSpan.FromSeconds(20);
        var current = await EventuallyClaimAsync();

        (await inbox.RenewAsync(stale)).ShouldBeFalse();
        (await inbox.SaveProgressAsync(stale, "card", "stale")).ShouldBeFalse();
        (await inbox.ReleaseAsync(stale, TimeSpan.Zero, countAttempt: true)).ShouldBeFalse();
        (await inbox.ParkAsync(stale, "stale")).ShouldBeFalse();
        (await inbox.CompleteAsync(stale)).ShouldBeFalse();

        (await inbox.ReadProgressAsync(current)).ShouldBeEmpty();
        (await inbox.ListParkedAsync()).ShouldBeEmpty();
        (await inbox.CompleteAsync(current)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_completed_claim_can_write_nothing_any_more()
    {
        await AcceptAsync("om_1", "oc_1");
        var claim = await ClaimAsync();
        await inbox.CompleteAsync(claim);

        (await inbox.SaveProgressAsync(claim, "card", "late")).ShouldBeFalse();
        (await inbox.CompleteAsync(claim)).ShouldBeFalse();
        Keys().ShouldNotContain("{inbox}:progress:om_1");
    }

    [Fact]
    public async Task A_released_entry_comes_again_when_its_delay_is_over_and_not_before()
    {
        await AcceptAsync("om_1", "oc_1");
        await AcceptAsync("om_2", "oc_1");
        var released = Stopwatch.StartNew();
        await inbox.ReleaseAsync(await ClaimAsync(), TimeSpan.FromMilliseconds(400), countAttempt: true);

        var again = await EventuallyClaimAsync();

        released.ElapsedMilliseconds.ShouldBeGreaterThanOrEqualTo(390);
        again.Entry.Id.ShouldBe("om_1");
        again.Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task An_entry_handed_back_has_not_used_an_attempt()
    {
        await AcceptAsync("om_1", "oc_1");
        await inbox.ReleaseAsync(await ClaimAsync(), TimeSpan.Zero, countAttempt: false);

        (await EventuallyClaimAsync()).Attempt.ShouldBe(1);
    }

    [Fact]
    public async Task Attempts_are_counted_for_each_entry()
    {
        await AcceptAsync("om_1", "oc_1");
        await inbox.ReleaseAsync(await ClaimAsync(), TimeSpan.Zero, countAttempt: true);
        await inbox.CompleteAsync(await EventuallyClaimAsync());
        await AcceptAsync("om_2", "oc_1");

        (await ClaimAsync()).Attempt.ShouldBe(1);
    }

    [Fact]
    public async Task Progress_is_found_by_the_next_holder_and_gone_with_the_entry()
    {
        await AcceptAsync("om_1", "oc_1");
        var first = await ClaimAsync();
        await inbox.SaveProgressAsync(first, "card", "c1");
        await inbox.SaveProgressAsync(first, "sequence", "1");
        await inbox.SaveProgressAsync(first, "sequence", "2");
        await inbox.ReleaseAsync(first, TimeSpan.Zero, countAttempt: true);

        var second = await EventuallyClaimAsync();

        (await inbox.ReadProgressAsync(second)).ShouldBe(new Dictionary<string, string> { ["card"] = "c1", ["sequence"] = "2" }, ignoreOrder: true);
        await inbox.CompleteAsync(second);
        (await inbox.ReadProgressAsync(second)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_parked_entry_is_listed_with_its_cause_and_leaves_the_way_free()
    {
        await AcceptAsync("om_1", "oc_1");
        await AcceptAsync("om_2", "oc_1");
        await inbox.ParkAsync(await ClaimAsync(), "the card was refused");

        var parked = (await inbox.ListParkedAsync()).ShouldHaveSingleItem();

        (parked.Id, parked.Conversation, parked.Cause, parked.Attempts).ShouldBe(("om_1", "oc_1", "the card was refused", 1));
        (await inbox.ReadDepthAsync()).Parked.ShouldBe(1);
        (await inbox.AcceptAsync(Entry("om_1", "oc_1"))).ShouldBeFalse();
        (await ClaimAsync()).Entry.Id.ShouldBe("om_2");
    }

    [Fact]
    public async Task Depth_tells_how_many_wait_and_since_when()
    {
        await AcceptAsync("om_1", "oc_1");
        await AcceptAsync("om_2", "oc_1");
        await ClaimAsync();

        var depth = await inbox.ReadDepthAsync();

        depth.Pending.ShouldBe(2);
        depth.OldestAcceptedAt!.Value.ShouldBeInRange(DateTimeOffset.UtcNow.AddSeconds(-30), DateTimeOffset.UtcNow.AddSeconds(1));
    }

    [Fact]
    public async Task Abandoned_leases_are_due_at_once_and_retry_delays_stay()
    {
        await AcceptAsync("om_1", "oc_1");
        await AcceptAsync("om_2", "oc_2");
        await inbox.ReleaseAsync(await ClaimAsync(), TimeSpan.FromMinutes(1), countAttempt: true);
        var dead = await ClaimAsync();

        await inbox.AbandonLeasesAsync();

        (await EventuallyClaimAsync()).Entry.ShouldBe(dead.Entry);
        (await inbox.ClaimAsync(default)).ShouldBeNull();
        (await inbox.CompleteAsync(dead)).ShouldBeFalse();
    }

    [Fact]
    public async Task Sixteen_claimers_never_hold_the_same_entry_and_keep_each_conversations_order()
    {
        const int Conversations = 40, PerConversation = 10;
        for (var i = 0; i < Conversations * PerConversation; i++)
            await AcceptAsync($"om_{i:0000}", $"oc_{i % Conversations}");
        var seen = new ConcurrentQueue<Claim>();
        var connections = Enumerable.Range(0, 16).Select(_ => store.Connect()).ToList();

        await Task.WhenAll(connections.Select(connection => CompleteAllAsync(Inbox(connection), seen, Conversations * PerConversation)));

        seen.Count.ShouldBe(Conversations * PerConversation);
        seen.Select(claim => claim.Entry.Id).ShouldBeUnique();
        seen.Select(claim => claim.FencingToken).ShouldBeUnique();
        seen.ShouldAllBe(claim => claim.Attempt == 1);
        foreach (var conversation in seen.GroupBy(claim => claim.Entry.Conversation))
            conversation.OrderBy(claim => claim.FencingToken).Select(claim => claim.Entry.Id).ShouldBeInOrder();
        connections.ForEach(connection => connection.Dispose());
    }

    [Fact]
    public async Task Accepting_the_same_event_from_many_sides_makes_it_new_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => inbox.AcceptAsync(Entry("om_1", "oc_1"))));

        results.Count(isNew => isNew).ShouldBe(1);
        (await DrainAsync()).ShouldBe(["om_1"]);
    }

    [Fact]
    public async Task A_full_disk_refuses_new_entries_and_lets_running_ones_finish()
    {
        await AcceptAsync("om_1", "oc_1");
        var claim = await ClaimAsync();
        var full = Inbox(store.Connection, _ => 0);

        (await Should.ThrowAsync<StoreUnavailableException>(() => full.AcceptAsync(Entry("om_2", "oc_2")))).Message.ShouldContain("full");
        await Should.ThrowAsync<StoreUnavailableException>(() => full.ClaimAsync(default));

        (await full.SaveProgressAsync(claim, "card", "c1")).ShouldBeTrue();
        (await full.CompleteAsync(claim)).ShouldBeTrue();
    }

    private static async Task CompleteAllAsync(EventInbox inbox, ConcurrentQueue<Claim> seen, int expected)
    {
        var deadline = Stopwatch.StartNew();
        while (seen.Count < expected && deadline.Elapsed < TimeSpan.FromSeconds(60))
        {
            if (await inbox.ClaimAsync(default) is { } claim)
            {
                seen.Enqueue(claim);
                (await inbox.CompleteAsync(claim)).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task An_entry_that_a_crash_left_out_of_its_queue_is_put_back()
    {
        await inbox.AcceptAsync(Entry("om_whole", "oc_1"));
        await inbox.AcceptAsync(Entry("om_cut", "oc_2"));
        await store.Connection.GetDatabase().SortedSetRemoveAsync(InboxKeys.Queue("oc_2"), "om_cut");
        await store.Connection.GetDatabase().SortedSetAddAsync(InboxKeys.Pending, "om_forgotten", 1);

        (await inbox.RequeueOrphansAsync()).ShouldBe(1);

        List<string> claimed = [];
        while (await inbox.ClaimAsync(default) is { } claim)
        {
            claimed.Add(claim.Entry.Id);
            await inbox.CompleteAsync(claim);
        }

        claimed.Order().ShouldBe(["om_cut", "om_whole"]);
        (await inbox.ReadDepthAsync()).Pending.ShouldBe(0);
    }

    private EventInbox Inbox(IConnectionMultiplexer connection, Func<string, long>? free = null)
    {
        var disk = new DiskSpace(folder, Options.Create(new StorageOptions()), TimeProvider.System, NullLogger<DiskSpace>.Instance, free);
        return new EventInbox(connection, new StoreScripts(connection, new TransactionGate()), disk, new InboxSignal(), TimeProvider.System, Options.Create(options));
    }

    private List<string> Keys() => [.. store.Connection.GetServers()[0].Keys(pattern: "{inbox}:*").Select(key => key.ToString())];

    private Task<bool> AcceptAsync(string id, string conversation) => inbox.AcceptAsync(Entry(id, conversation));

    private InboxEntry Entry(string id, string conversation, DateTimeOffset? createdAt = null) =>
        new(id, conversation, "{}", createdAt ?? Moment(-60).AddMilliseconds(sent++), null);

    private static DateTimeOffset Moment(int seconds) => DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeMilliseconds());

    private async Task<Claim> ClaimAsync() => (await inbox.ClaimAsync(default)).ShouldNotBeNull();

    private async Task<Claim> EventuallyClaimAsync()
    {
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < TimeSpan.FromSeconds(10))
        {
            if (await inbox.ClaimAsync(default) is { } claim)
                return claim;
            await Task.Delay(10);
        }

        throw new TimeoutException("Nothing became due.");
    }

    private async Task<List<string>> DrainAsync()
    {
        var ids = new List<string>();
        while (await inbox.ClaimAsync(default) is { } claim)
        {
            ids.Add(claim.Entry.Id);
            await inbox.CompleteAsync(claim);
        }

        return ids;
    }
}
