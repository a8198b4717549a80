using StackExchange.Redis;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Gaps;

public sealed class GapStoreOnTheEmbeddedStore() : GapStoreTests(string.Empty);

public sealed class GapStoreOnRedis : GapStoreTests, IDisposable
{
    private readonly RedisServer server;

    public GapStoreOnRedis()
        : this(RedisServer.Start())
    {
    }

    private GapStoreOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}

/// <summary>The gaps in the store, changed by many at once.</summary>
public abstract class GapStoreTests(string redis) : IAsyncLifetime
{
    private static readonly DateTimeOffset Day = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private FeishuPlatform platform = null!;
    private ScriptedModel model = null!;
    private Bot bot = null!;

    private GapStore Store => bot.Service<GapStore>();

    public async Task InitializeAsync()
    {
        platform = await FeishuPlatform.StartAsync(new());
        model = await ScriptedModel.StartAsync();
        bot = await Bot.StartAsync(platform, model, redis, settings: ["--Feishu:AppId="]);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await model.DisposeAsync();
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task Askings_at_once_of_a_few_questions_begin_as_many_gaps_and_each_is_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(number => PlaceAsync($"m{number}", $"问题{number % 3}")));

        var gaps = await Store.ListAsync();
        gaps.Select(gap => (gap.Question, gap.Count)).ShouldBe([("问题0", 8), ("问题1", 8), ("问题2", 8)], ignoreOrder: true);
        gaps.SelectMany(gap => gap.Asks).Select(ask => ask.Key).Distinct().Count().ShouldBe(24);
    }

    [Fact]
    public async Task Of_many_who_close_a_gap_at_once_one_does()
    {
        await PlaceAsync("m1", "问题");
        var id = (await Store.ListAsync()).ShouldHaveSingleItem().Id;

        var closed = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Store.ChangeAsync(
            id, gap => gap.State == GapState.Open ? gap.Dismissed($"editor {number}", Day) : gap)));

        closed.Count(change => change.Was?.State == GapState.Open).ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_who_merge_and_close_at_once_nothing_is_counted_twice()
    {
        for (var number = 0; number < 6; number++)
            await PlaceAsync($"m{number}", $"问题{number}");
        var ids = (await Store.ListAsync()).OrderBy(gap => gap.Question).Select(gap => gap.Id).ToList();

        await Task.WhenAll(ids.Skip(1).Concat(ids.Skip(1)).Select(id => Store.ChangeBothAsync(
            id, ids[0], (one, other) => one.State == GapState.Open ? (one.Merged(ids[0], "alice", Day), other.Joined(one)) : null)));

        var open = (await Store.ListAsync()).Where(gap => gap.State == GapState.Open).ShouldHaveSingleItem();
        (open.Count, open.Asks.Count).ShouldBe((6, 6));
        (await Store.ChangeBothAsync("nothing", ids[0], (one, other) => (one, other))).ShouldSatisfyAllConditions(change => change.One.ShouldBeNull(), change => change.IsChanged.ShouldBeFalse());
    }

    [Fact]
    public async Task There_is_room_for_so_many_and_what_nobody_waits_for_goes_first()
    {
        var database = bot.Service<IConnectionMultiplexer>().GetDatabase();
        for (var number = 0; number < GapStore.Most; number++)
        {
            var gap = GapChanges.Begin($"g{number}", new GapAsk($"m{number}", $"问题{number}", Day.AddMinutes(number)) { Kinds = [GapKind.NotFound] });
            await database.HashSetAsync("{gaps}:gaps", gap.Id, System.Text.Json.JsonSerializer.Serialize(gap, GapJson.Default.Gap));
        }

        await PlaceAsync("new", "新问题");

        var gaps = await Store.ListAsync();
        gaps.Count.ShouldBe(GapStore.Most);
        gaps.ShouldContain(gap => gap.Question == "新问题");
        gaps.ShouldNotContain(gap => gap.Id == "g0");
        (await database.KeyTimeToLiveAsync("{gaps}:gaps")).ShouldNotBeNull();
    }

    private Task PlaceAsync(string key, string wording) => Store.PlaceAsync(
        new GapAsk(key, wording, Day.AddYears(1)) { Kinds = [GapKind.NotFound] }, gaps => gaps.FirstOrDefault(gap => gap.Question == wording)?.Id);
}
