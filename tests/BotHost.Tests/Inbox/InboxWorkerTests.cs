using System.Diagnostics;
using StackExchange.Redis;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Operations;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Inbox;

public sealed class EmbeddedInboxWorkerTests : InboxWorkerTests
{
    private protected override string ConnectionString => "";

    [Fact]
    public async Task What_arrives_while_the_store_is_rewritten_again_and_again_is_handled_exactly_once()
    {
        await using var host = await StartAsync(("Storage:RewriteMegabytes", "1"));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        var accepted = await Task.WhenAll(Enumerable.Range(0, 4).Select(sender => SendUntilRewrittenAsync(host, sender, deadline.Token)));

        var sent = accepted.SelectMany(ids => ids).ToList();
        await Eventually.TrueAsync(async () => (await ReadDepthAsync(host))?.Pending == 0);
        host.Handler.Handled.Select(claim => claim.Entry.Id).ShouldBe(sent, ignoreOrder: true);
        host.Handler.GivenUp.ShouldBeEmpty();
    }

    /// <summary>Like the platform: what is refused is sent again until it is accepted.</summary>
    private static async Task<List<string>> SendUntilRewrittenAsync(WorkerHost host, int sender, CancellationToken deadline)
    {
        var payload = new string('x', 20_000);
        List<string> accepted = [];
        while (host.Generation <= 3)
        {
            var entry = new InboxEntry($"om_{sender}_{accepted.Count}", $"oc_{sender}_{accepted.Count % 3}", payload, DateTimeOffset.UtcNow, null);
            while (!await TryAcceptAsync(host, entry))
                await Task.Delay(50, deadline);
            accepted.Add(entry.Id);
            await Task.Delay(5, deadline);
        }

        return accepted;
    }

    private static async Task<bool> TryAcceptAsync(WorkerHost host, InboxEntry entry)
    {
        try
        {
            await host.Inbox.AcceptAsync(entry);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private static async Task<InboxDepth?> ReadDepthAsync(WorkerHost host)
    {
        try
        {
            return await host.Inbox.ReadDepthAsync();
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }
}

public sealed class RedisInboxWorkerTests : InboxWorkerTests
{
    private readonly RedisServer server = RedisServer.Start();

    private protected override string ConnectionString => server.ConnectionString;

    [Fact]
    public async Task A_server_that_dies_refuses_quickly_and_everything_resumes_when_it_is_back()
    {
        await using var host = await StartAsync();
        await host.AcceptAsync("om_1");
        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 1);

        server.Kill();
        var refusing = Stopwatch.StartNew();
        await Should.ThrowAsync<StoreUnavailableException>(() => host.AcceptAsync("om_2"));
        refusing.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2.5));
        await Task.Delay(1500);
        server.Resume();

        await Eventually.TrueAsync(() => CanAcceptAsync(host, "om_2"));
        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 2);
    }

    [Fact]
    public async Task A_server_that_hangs_is_given_two_seconds()
    {
        await using var host = await StartAsync();
        await host.AcceptAsync("om_1");
        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 1);

        server.Freeze();
        var refusing = Stopwatch.StartNew();
        await Should.ThrowAsync<StoreUnavailableException>(() => host.AcceptAsync("om_2"));
        // The client's own patience would be five.
        refusing.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(4.5));
        server.Thaw();

        await Eventually.TrueAsync(() => CanAcceptAsync(host, "om_3"));
    }

    [Fact]
    public async Task An_entry_finished_while_the_server_is_away_is_completed_afterwards_and_not_done_again()
    {
        await using var host = await StartAsync();
        var leave = new TaskCompletionSource();
        host.Handler.Does = (_, _) => leave.Task;
        await host.AcceptAsync("om_1");
        await Eventually.TrueAsync(() => host.Handler.Handled.Count == 1);

        server.Kill();
        leave.SetResult();
        await Task.Delay(500);
        server.Resume();

        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 1);
        host.Handler.Handled.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_a_server_that_is_away()
    {
        await using var host = await StartAsync();
        host.Handler.Does = (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
        await host.AcceptAsync("om_1");
        await Eventually.TrueAsync(() => host.Handler.Handled.Count == 1);
        server.Kill();

        var stopping = Stopwatch.StartNew();
        await host.StopAsync();

        stopping.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Two_replicas_share_the_work_without_doing_any_of_it_twice()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        for (var i = 0; i < 100; i++)
            await (i % 2 == 0 ? one : two).AcceptAsync($"om_{i}", $"oc_{i % 20}");

        await Eventually.TrueAsync(() => one.Outcomes["completed"] + two.Outcomes["completed"] == 100);
        one.Handler.Handled.Concat(two.Handler.Handled).Select(claim => claim.Entry.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task A_replica_notices_within_a_second_what_another_one_accepted()
    {
        await using var worker = await StartAsync(("Inbox:PollInterval", "00:00:00.5"));
        await using var receiver = new WorkerHost(ConnectionString);
        var accepted = Stopwatch.StartNew();
        await receiver.AcceptAsync("om_1");

        await Eventually.TrueAsync(() => worker.Handler.Handled.Count == 1);
        accepted.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    public override void Dispose()
    {
        server.Dispose();
        base.Dispose();
    }

    private static async Task<bool> CanAcceptAsync(WorkerHost host, string id)
    {
        try
        {
            await host.Inbox.AcceptAsync(new InboxEntry(id, "oc_1", "{}", DateTimeOffset.UtcNow, null));
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }
}

public abstract class InboxWorkerTests : IDisposable
{
    private protected abstract string ConnectionString { get; }

    public virtual void Dispose() => GC.SuppressFinalize(this);

    [Fact]
    public async Task Accepted_entries_are_handled_in_the_order_of_their_conversation()
    {
        await using var host = await StartAsync();
        for (var i = 0; i < 60; i++)
            await host.AcceptAsync($"om_{i:00}", $"oc_{i % 6}", DateTimeOffset.UtcNow.AddSeconds(-100 + i));

        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 60);

        foreach (var conversation in host.Handler.Handled.GroupBy(claim => claim.Entry.Conversation))
            conversation.Select(claim => claim.Entry.Id).ShouldBeInOrder();
        (await host.Inbox.ReadDepthAsync()).Pending.ShouldBe(0);
    }

    [Fact]
    public async Task Conversations_run_side_by_side_up_to_the_setting()
    {
        await using var host = await StartAsync(("Inbox:Parallelism", "3"));
        var leave = new TaskCompletionSource();
        host.Handler.Does = (_, _) => leave.Task;
        for (var i = 0; i < 5; i++)
            await host.AcceptAsync($"om_{i}", $"oc_{i}");

        await Eventually.TrueAsync(() => host.Handler.Handled.Count == 3);
        await Task.Delay(300);
        host.Handler.Handled.Count.ShouldBe(3);
        leave.SetResult();

        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 5);
    }

    [Fact]
    public async Task A_failed_attempt_is_made_again_after_a_while()
    {
        await using var host = await StartAsync();
        host.Handler.Does = (claim, _) => claim.Attempt < 3 ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
        await host.AcceptAsync("om_1");

        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 1);

        host.Handler.Handled.Select(claim => claim.Attempt).ShouldBe([1, 2, 3]);
        host.Outcomes["retried"].ShouldBe(2);
    }

    [Fact]
    public async Task After_the_last_attempt_the_asker_is_told_and_the_entry_parked()
    {
        await using var host = await StartAsync(("Inbox:MaxAttempts", "2"));
        host.Handler.Does = (claim, _) => claim.Entry.Id == "om_1" ? throw new InvalidOperationException("never") : Task.CompletedTask;
        await host.AcceptAsync("om_1");
        await host.AcceptAsync("om_2");

        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 1);

        host.Handler.GivenUp.ShouldHaveSingleItem().Cause.ShouldBe("never");
        var parked = (await host.Inbox.ListParkedAsync()).ShouldHaveSingleItem();
        (parked.Id, parked.Cause, parked.Attempts).ShouldBe(("om_1", "never", 2));
        host.Outcomes["parked"].ShouldBe(1);
    }

    [Fact]
    public async Task A_poisonous_entry_is_parked_at_its_first_attempt_even_if_the_asker_cannot_be_told()
    {
        await using var host = await StartAsync();
        host.Handler.Does = (_, _) => throw new PoisonEntryException("not an event");
        host.Handler.GivesUp = _ => throw new InvalidOperationException("the platform is away");
        await host.AcceptAsync("om_1");

        await Eventually.TrueAsync(() => host.Outcomes["parked"] == 1);

        host.Handler.Handled.Count.ShouldBe(1);
        (await host.Inbox.ListParkedAsync()).ShouldHaveSingleItem().Cause.ShouldBe("not an event");
    }

    [Fact]
    public async Task What_is_given_up_comes_again_until_the_asker_can_be_told()
    {
        await using var host = await StartAsync(("Inbox:MaxAttempts", "2"));
        host.Handler.Does = (_, _) => throw new InvalidOperationException("never");
        host.Handler.GivesUp = _ => host.Handler.GivenUp.Count < 3
            ? throw new DeferEntryException(TimeSpan.Zero, "the platform is away")
            : Task.CompletedTask;
        await host.AcceptAsync("om_1");

        await Eventually.TrueAsync(() => host.Outcomes["parked"] == 1);

        host.Handler.Handled.Count.ShouldBe(2, "the work itself is not tried again");
        host.Handler.GivenUp.Select(told => told.Cause).ShouldBe(["never", "never", "never"]);
        (await host.Inbox.ListParkedAsync()).ShouldHaveSingleItem().Cause.ShouldBe("never");
    }

    [Fact]
    public async Task An_asker_who_can_never_be_told_is_not_tried_for_ever()
    {
        await using var host = await StartAsync(("Inbox:MaxAttempts", "2"));
        host.Handler.Does = (_, _) => throw new PoisonEntryException("not an event");
        host.Handler.GivesUp = _ => throw new DeferEntryException(TimeSpan.Zero, "the platform is away");
        await host.AcceptAsync("om_1");

        await Eventually.TrueAsync(() => host.Outcomes["parked"] == 1);

        host.Handler.Handled.Count.ShouldBe(1);
        host.Handler.GivenUp.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Stopping_while_the_asker_is_told_parks_nothing()
    {
        await using var host = await StartAsync();
        host.Handler.Does = (_, _) => throw new PoisonEntryException("not an event");
        host.Handler.GivesUp = _ => new TaskCompletionSource().Task;
        await host.AcceptAsync("om_1");
        await Eventually.TrueAsync(() => host.Handler.GivenUp.Count == 1);

        await host.StopAsync();

        host.Outcomes["deferred"].ShouldBe(1);
        (await host.Inbox.ClaimAsync(default)).ShouldNotBeNull().Entry.Id.ShouldBe("om_1");
    }

    [Fact]
    public async Task A_deferred_entry_comes_again_without_having_used_an_attempt()
    {
        await using var host = await StartAsync(("Inbox:MaxAttempts", "1"));
        host.Handler.Does = (_, _) => host.Handler.Handled.Count < 4
            ? throw new DeferEntryException(TimeSpan.FromMilliseconds(50), "rate limit")
            : Task.CompletedTask;
        await host.AcceptAsync("om_1");

        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 1);

        host.Handler.Handled.Select(claim => claim.Attempt).ShouldBe([1, 1, 1, 1]);
        host.Outcomes["deferred"].ShouldBe(3);
    }

    [Fact]
    public async Task An_entry_that_no_attempt_brings_to_an_end_is_given_up_without_another()
    {
        await using var host = new WorkerHost(ConnectionString, ("Inbox:MaxAttempts", "1"), ("Inbox:Lease", "00:00:00.1"));
        await host.AcceptAsync("om_1");
        for (var death = 0; death < 3; death++)
        {
            (await host.Inbox.ClaimAsync(default)).ShouldNotBeNull();
            await Task.Delay(200);
        }

        await host.StartAsync();

        await Eventually.TrueAsync(() => host.Outcomes["parked"] == 1);
        host.Handler.Handled.ShouldBeEmpty();
        host.Handler.GivenUp.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_entry_older_than_the_platform_sends_again_is_dropped()
    {
        await using var host = await StartAsync();
        await host.AcceptAsync("om_1", createdAt: DateTimeOffset.UtcNow.AddHours(-9));
        await host.AcceptAsync("om_2", createdAt: DateTimeOffset.UtcNow.AddHours(-7));

        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 1);

        host.Outcomes["expired"].ShouldBe(1);
        host.Handler.Handled.ShouldHaveSingleItem().Entry.Id.ShouldBe("om_2");
    }

    [Fact]
    public async Task A_long_attempt_keeps_its_lease()
    {
        await using var host = await StartAsync(("Inbox:Lease", "00:00:00.6"));
        host.Handler.Does = (_, cancellationToken) => Task.Delay(2000, cancellationToken);
        await host.AcceptAsync("om_1");

        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 1);

        host.Handler.Handled.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Losing_the_lease_cancels_the_attempt()
    {
        await using var host = await StartAsync(("Inbox:Lease", "00:00:00.6"));
        host.Handler.Does = (claim, cancellationToken) => claim.Attempt == 1 ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;
        await host.AcceptAsync("om_1");
        await Eventually.TrueAsync(() => host.Handler.Handled.Count == 1);

        await host.Database.HashSetAsync(InboxKeys.Conversation("oc_1"), "token", "999999");

        await Eventually.TrueAsync(() => host.Outcomes["lost"] == 1);
        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 1);
    }

    [Fact]
    public async Task Stopping_hands_back_what_does_not_finish()
    {
        await using var host = await StartAsync();
        host.Handler.Does = (claim, cancellationToken) =>
            claim.Entry.Id == "om_long" ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.Delay(500, CancellationToken.None);
        await host.AcceptAsync("om_long", "oc_1");
        await host.AcceptAsync("om_short", "oc_2");
        await Eventually.TrueAsync(() => host.Handler.Handled.Count == 2);

        var stopping = Stopwatch.StartNew();
        await host.StopAsync();

        stopping.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(4.5));
        host.Outcomes["completed"].ShouldBe(1);
        host.Outcomes["deferred"].ShouldBe(1);
        var again = (await host.Inbox.ClaimAsync(default)).ShouldNotBeNull();
        (again.Entry.Id, again.Attempt).ShouldBe(("om_long", 1));
    }

    [Fact]
    public async Task An_attempt_belongs_to_the_trace_of_its_arrival()
    {
        const string Arrival = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Activity? seen = null;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == BotTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await StartAsync();
        host.Handler.Does = (_, _) => Task.FromResult(seen = Activity.Current);
        await host.AcceptAsync("om_1", traceParent: Arrival);

        await Eventually.TrueAsync(() => host.Outcomes["completed"] == 1);

        seen.ShouldNotBeNull().ParentId.ShouldBe(Arrival);
        seen.OperationName.ShouldBe(BotTelemetry.Spans.HandleEntry);
    }

    [Fact]
    public async Task The_depth_of_the_inbox_is_a_metric()
    {
        await using var host = new WorkerHost(ConnectionString);
        host.Handler.Does = (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
        await host.AcceptAsync("om_1");
        await host.AcceptAsync("om_2");
        await host.StartAsync();

        await Eventually.TrueAsync(() => host.Outcomes.Gauge("wenlu.inbox.pending") == 2);

        host.Outcomes.Gauge("wenlu.inbox.parked").ShouldBe(0);
        host.Outcomes.Gauge("wenlu.inbox.oldest.age").ShouldBeInRange(0, 15);
    }

    private protected async Task<WorkerHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var host = new WorkerHost(ConnectionString, settings);
        await host.StartAsync();
        return host;
    }
}
