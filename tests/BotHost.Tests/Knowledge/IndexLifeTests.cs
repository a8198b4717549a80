using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Knowledge;

/// <summary>The index follows the store through restarts, damage, other replicas and a store that goes away.</summary>
public sealed class IndexLifeTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly RedisServer server = RedisServer.Start();

    private string Redis => server.ConnectionString;

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task After_a_restart_only_what_changed_is_read_again()
    {
        await using (var first = await StartAsync("a"))
        {
            await WriteAsync(first, "kept", "杜鹃");
            await WriteAsync(first, "gone", "杜鹃");
        }
        await using (var other = await StartAsync("b"))
        {
            await WriteAsync(other, "added", "杜鹃");
            await other.Editor.DeleteAsync(Api.Document("gone"));
        }

        await using var again = await StartAsync("a");
        await again.Index.CatchUpAsync(await again.Store.GetLastChangeAsync(), CancellationToken.None);

        (await again.Editor.FindAsync("杜鹃")).ShouldBe(["kept", "added"], ignoreOrder: true);
        again.Logs.All.ShouldContain(line => line.Contains("(rebuilding: False) at change 2 of 4", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("damaged")]
    public async Task An_index_that_is_missing_or_damaged_is_built_again(string harm)
    {
        await using (var first = await StartAsync("a"))
            await WriteAsync(first, "kept", "海棠");
        Harm(Path.Combine(folder["a"], "index"), harm);

        await using var again = await StartAsync("a");
        await again.Index.CatchUpAsync(1, CancellationToken.None);

        (await again.Editor.FindAsync("海棠")).ShouldBe(["kept"]);
        again.Logs.All.ShouldContain(line => line.Contains("(rebuilding: True) at change 0 of 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flipped_byte_in_any_file_of_the_index_is_noticed_at_the_start_and_told()
    {
        await using (var first = await StartAsync("a"))
        {
            for (var number = 0; number < 5; number++)
                await WriteAsync(first, $"kept{number}", "海棠");
            await first.Editor.DeleteAsync(Api.Document("kept4"));
        }
        var index = Path.Combine(folder["a"], "index");
        var kinds = Directory.GetFiles(index).Where(file => new FileInfo(file).Length > 0 && Path.GetFileName(file) != "segments.gen")
            .Select(file => Path.GetExtension(file)).Distinct().ToList();
        kinds.Count.ShouldBeGreaterThan(3);
        foreach (var kind in kinds)
        {
            FlipAByte(Directory.GetFiles(index).Last(file => Path.GetExtension(file) == kind && Path.GetFileName(file) != "segments.gen"));

            await using var again = await StartAsync("a");
            await again.Index.CatchUpAsync(await again.Store.GetLastChangeAsync(), CancellationToken.None);

            (await again.Editor.FindAsync("海棠")).ShouldBe(["kept0", "kept1", "kept2", "kept3"], ignoreOrder: true);
            again.Logs.All.ShouldContain(line => line.Contains("cannot be continued: Damaged", StringComparison.Ordinal), kind);
        }
    }

    [Fact]
    public async Task A_replica_that_was_away_longer_than_deletions_are_remembered_builds_its_index_again()
    {
        await using (var first = await StartAsync("a"))
            foreach (var id in (string[])["kept", "gone1", "gone2", "gone3"])
                await WriteAsync(first, id, "杜鹃");
        await using (var other = await KnowledgeHost.StartAsync(folder["b"], Redis, ("Knowledge:Deletions", "1")))
        {
            foreach (var id in (string[])["gone1", "gone2", "gone3"])
                (await other.Editor.DeleteAsync(Api.Document(id))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            (await other.Store.GetTrimmedAsync()).ShouldBe(6);
        }

        await using var again = await StartAsync("a");
        await again.Index.CatchUpAsync(await again.Store.GetLastChangeAsync(), CancellationToken.None);

        (await again.Editor.FindAsync("杜鹃")).ShouldBe(["kept"]);
        again.Index.DocumentCount(Kinds.Document).ShouldBe(1);
        again.Logs.All.ShouldContain(line => line.Contains("at change 4, and the feed no longer has the deletions up to 6", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_replica_that_stood_still_meanwhile_is_compared_with_the_store_and_goes_on_answering()
    {
        await using var host = await StartAsync("a");
        await WriteAsync(host, "kept", "杜鹃");
        await WriteAsync(host, "gone", "杜鹃");
        await WriteAsync(host, "glossary.csv", "term,synonyms\n杜鹃,映山红\n");

        await ForgetTrimmedAsync(host, "gone");
        await Eventually.TrueAsync(async () => (await host.Editor.FindAsync("杜鹃")) is ["kept"]);

        host.Logs.All.ShouldContain(line => line.Contains("no longer has the deletions between 3 and 4", StringComparison.Ordinal));
        await WriteAsync(host, "gone", "杜鹃");
        (await host.Editor.FindAsync("杜鹃")).ShouldBe(["kept", "gone"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_index_from_the_future_of_a_restored_store_is_built_again()
    {
        await using (var first = await StartAsync("a"))
        {
            await WriteAsync(first, "kept", "海棠");
            await WriteAsync(first, "lost", "海棠");
            await WriteAsync(first, "lost", "海棠花");
            await ForgetAsync(first, "lost");
        }

        await using var again = await StartAsync("a");
        await again.Index.CatchUpAsync(1, CancellationToken.None);

        (await again.Editor.FindAsync("海棠")).ShouldBe(["kept"]);
    }

    [Fact]
    public async Task What_one_replica_is_given_the_other_finds_within_a_second()
    {
        await using var one = await StartAsync("a");
        await using var two = await StartAsync("b");

        await WriteAsync(one, "shared", "蔷薇");
        var written = TimeProvider.System.GetTimestamp();
        while ((await two.Editor.FindAsync("蔷薇")).Count == 0)
            TimeProvider.System.GetElapsedTime(written).ShouldBeLessThan(TimeSpan.FromSeconds(1));

        await one.Editor.DeleteAsync(Api.Document("shared"));
        await two.Index.CatchUpAsync(2, CancellationToken.None);
        (await two.Editor.FindAsync("蔷薇")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_store_that_goes_away_is_waited_for_while_searches_are_answered()
    {
        await using var host = await StartAsync("a");
        await WriteAsync(host, "before", "丁香");
        (await host.HealthAsync()).ShouldBe(HealthStatus.Healthy);

        server.Kill();
        var refused = await host.Editor.PutAsync("during", new { title = "t", markdown = "丁香" });
        await refused.ProblemAsync(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await host.Editor.FindAsync("丁香")).ShouldBe(["before"]);
        (await UntilAsync(host, health => health != HealthStatus.Healthy)).ShouldBe(HealthStatus.Degraded);

        server.Resume();
        var since = TimeProvider.System.GetTimestamp();
        while ((await host.Editor.PutAsync("after", new { title = "t", markdown = "丁香" })).StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(20));
            await Task.Delay(100);
        }
        (await host.Editor.FindAsync("丁香")).ShouldBe(["before", "after"], ignoreOrder: true);
        (await UntilAsync(host, health => health != HealthStatus.Degraded)).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_document_of_hostile_depth_does_not_hold_up_the_others()
    {
        await using var host = await StartAsync("a");
        var deep = string.Concat(Enumerable.Repeat("> ", 500)) + "deep";
        await (await host.Editor.PutTextAsync("deep", deep, "text/markdown")).JsonAsync(HttpStatusCode.Created);

        await WriteAsync(host, "next", "芍药");

        (await host.Editor.FindAsync("芍药")).ShouldBe(["next"]);
    }

    [Fact]
    public async Task A_replica_that_starts_without_its_store_is_not_ready_until_it_is_there()
    {
        server.Kill();
        await using var host = await StartAsync("a");
        (await host.HealthAsync()).ShouldBe(HealthStatus.Unhealthy);
        await (await host.Visitor.GetAsync("/api/search?q=a")).ProblemAsync(HttpStatusCode.ServiceUnavailable);

        server.Resume();

        (await UntilAsync(host, health => health != HealthStatus.Unhealthy)).ShouldBe(HealthStatus.Healthy);
        (await host.Editor.FindAsync("丁香")).ShouldBeEmpty();
    }

    private static async Task<HealthStatus> UntilAsync(KnowledgeHost host, Predicate<HealthStatus> reached)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!reached(await host.HealthAsync()) && TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(20))
            await Task.Delay(50);
        return await host.HealthAsync();
    }

    private Task<KnowledgeHost> StartAsync(string replica) => KnowledgeHost.StartAsync(folder[replica], Redis);

    private static async Task WriteAsync(KnowledgeHost host, string id, string markdown) =>
        (await host.Editor.PutAsync(id, new { title = id, markdown })).IsSuccessStatusCode.ShouldBeTrue();

    private static void Harm(string index, string harm)
    {
        if (harm == "missing")
        {
            Directory.Delete(index, recursive: true);
            return;
        }
        foreach (var file in Directory.EnumerateFiles(index, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 0))
            File.WriteAllBytes(file, [.. File.ReadAllBytes(file).Select(value => (byte)~value)]);
    }

    private static void FlipAByte(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x01;
        File.WriteAllBytes(file, bytes);
    }

    /// <summary>Deleted, and the deletion trimmed, before this replica looked again.</summary>
    private async Task ForgetTrimmedAsync(KnowledgeHost host, string id)
    {
        var change = await host.Store.GetLastChangeAsync() + 1;
        await using var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        var transaction = redis.GetDatabase().CreateTransaction();
        _ = transaction.KeyDeleteAsync("{knowledge}:doc:document:" + id);
        _ = transaction.SortedSetRemoveAsync("{knowledge}:feed", "document:" + id);
        _ = transaction.StringSetAsync("{knowledge}:changes", change);
        _ = transaction.StringSetAsync("{knowledge}:trimmed", change);
        (await transaction.ExecuteAsync()).ShouldBeTrue();
    }

    /// <summary>As a backup from before the document would have it.</summary>
    private async Task ForgetAsync(KnowledgeHost host, string id)
    {
        await using var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        var database = redis.GetDatabase();
        await database.KeyDeleteAsync("{knowledge}:doc:document:" + id);
        await database.SortedSetRemoveAsync("{knowledge}:feed", "document:" + id);
        await database.StringSetAsync("{knowledge}:changes", 1);
        (await host.Store.FindAsync(new(Kinds.Document, id))).ShouldBeNull();
    }
}
