using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Site;

public sealed class PublicationOnTheEmbeddedStore() : PublicationTests(string.Empty);

public sealed class VotesOnTheEmbeddedStore() : VoteTests(string.Empty);

public sealed class PublicationOnRedis : PublicationTests, IDisposable
{
    private readonly RedisServer server;

    public PublicationOnRedis()
        : this(RedisServer.Start())
    {
    }

    private PublicationOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task What_one_replica_publishes_corrects_and_withdraws_the_other_shows()
    {
        var one = await StartAsync();
        var two = await StartReplicaAsync("--Inbox:Parallelism=0");
        await one.KnowsAsync("leave-policy", "员工手册", LeavePolicy);

        await one.PublishesAsync("leave", "年假有几天？", "年假十天。[1]", "leave-policy");
        await Eventually.TrueAsync(async () => (await two.Http.GetStringAsync("/questions")).Contains("年假有几天？", StringComparison.Ordinal));
        (await two.Http.GetStringAsync("/questions/leave")).ShouldContain("年假十天");
        await two.PublishesAsync("leave", "年假有多少天？", "年假十天。[1]", "leave-policy");
        await Eventually.TrueAsync(async () => (await one.Http.GetStringAsync("/feed.atom")).Contains("年假有多少天？", StringComparison.Ordinal));
        await one.EditAsync(HttpMethod.Delete, "/api/questions/leave");

        (await two.Http.GetAsync("/questions/leave")).IsSuccessStatusCode.ShouldBeFalse();
        await Eventually.TrueAsync(async () => !(await two.Http.GetStringAsync("/sitemaps/1.xml")).Contains("/questions/leave", StringComparison.Ordinal));
    }
}

public sealed class VotesOnRedis : VoteTests, IDisposable
{
    private readonly RedisServer server;

    public VotesOnRedis()
        : this(RedisServer.Start())
    {
    }

    private VotesOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Of_votes_on_two_replicas_at_once_none_is_lost()
    {
        var one = await StartPublishedAsync();
        var two = await StartReplicaAsync("--Inbox:Parallelism=0");
        await Eventually.TrueAsync(async () => (await two.Http.GetAsync("/questions/leave")).IsSuccessStatusCode);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => VoteAsync(number % 2 == 0 ? one : two, "up")));
        await VoteAsync(two, "up");

        (await two.Http.GetStringAsync("/questions/leave")).ShouldContain("Yes · 11<");
    }
}
