using Microsoft.Extensions.Options;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.Inbox;

namespace Wenlu.BotHost.Tests.Numbers;

public sealed class DailyNumbersOnTheEmbeddedStore(EmbeddedInboxStore store) : DailyNumbersTests(store), IClassFixture<EmbeddedInboxStore>;

public sealed class DailyNumbersOnRedis(RedisInboxStore store) : DailyNumbersTests(store), IClassFixture<RedisInboxStore>;

/// <summary>The days' numbers in a store, counted by several replicas. Each test has a year of its own.</summary>
public abstract class DailyNumbersTests(InboxStore store)
{
    private static int year = 2030;

    private readonly ManualTime time = new(new DateTimeOffset(Interlocked.Increment(ref year), 5, 10, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_question_counts_once_however_often_and_wherever_it_is_attempted()
    {
        var (one, other) = (Replica(), Replica());
        CountedAnswer Question(int number) => new(Door.Feishu, Outcome.Grounded, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)) { Key = $"om_{time.Now.Year}_{number}" };

        await Task.WhenAll(Enumerable.Range(0, 60).Select(attempt => (attempt % 2 == 0 ? one : other).AnsweredAsync(Question(attempt / 3))));
        time.Now += TimeSpan.FromHours(8);
        await one.AnsweredAsync(Question(0));

        var days = await other.ReadAsync(other.Today, 2);
        days.Sum(day => day.Asked).ShouldBe(20);
        days.Sum(day => day.Finished.Count).ShouldBe(20);
    }

    [Fact]
    public async Task What_a_day_came_to_is_read_as_it_was_counted()
    {
        var numbers = Replica();
        await numbers.AnsweredAsync(new(Door.Feishu, Outcome.Grounded, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8)));
        await numbers.AnsweredAsync(new(Door.Site, Outcome.Extractive, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8)));
        await numbers.AnsweredAsync(new(Door.Site, Outcome.NotFound, null, TimeSpan.FromSeconds(8)));
        await numbers.AnsweredAsync(new(Door.Api, Outcome.Unavailable, null, TimeSpan.FromSeconds(8)));
        await numbers.SizedAsync(new(12, 340));
        await numbers.SizedAsync(new(13, 350));

        var day = (await numbers.ReadAsync(numbers.Today, 1)).ShouldHaveSingleItem();

        (day.Asked, day.Answered, day.Unanswered, day.Unavailable, day.AnsweredShare).ShouldBe((4, 2, 1, 1, 0.5));
        day.Doors.OrderBy(door => door.Key).ShouldBe([new(Door.Feishu, 1), new(Door.Site, 2), new(Door.Api, 1)]);
        (day.FirstWords.Count, day.Finished.Count).ShouldBe((2, 4));
        day.Finished.Percentile(0.5)!.Value.TotalSeconds.ShouldBeInRange(7.3, 8.7);
        day.Knowledge.ShouldBe(new KnowledgeSize(13, 350));
    }

    [Fact]
    public async Task Whoever_changes_their_mind_has_voted_once()
    {
        var numbers = Replica();
        await numbers.VotedAsync(isHelpful: true, before: null);
        await numbers.VotedAsync(isHelpful: true, before: true);
        await numbers.VotedAsync(isHelpful: false, before: null);
        time.Now += TimeSpan.FromDays(1);
        await numbers.VotedAsync(isHelpful: false, before: true);

        var days = await numbers.ReadAsync(numbers.Today, 2);

        var both = PeriodNumbers.Sum([.. days]);
        (both.Helpful, both.Unhelpful, both.HelpfulShare).ShouldBe((0, 2, 0.0));
        days[1].Votes.ShouldBe(1);
        days[1].HelpfulShare.ShouldBe(0.0);
    }

    [Theory]
    [InlineData("08:00", "2026-05-10T15:59:59Z", "2026-05-10")]
    [InlineData("08:00", "2026-05-10T16:00:00Z", "2026-05-11")]
    [InlineData("-05:00", "2026-05-10T03:00:00Z", "2026-05-09")]
    public void A_day_is_one_of_the_installation(string offset, string moment, string day)
    {
        time.Now = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

        Replica(TimeSpan.Parse(offset, System.Globalization.CultureInfo.InvariantCulture)).Today.ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Days_lie_in_their_order_and_every_key_has_a_lifetime()
    {
        var numbers = Replica();
        for (var day = 0; day < 3; day++, time.Now += TimeSpan.FromDays(1))
            for (var question = 0; question <= day; question++)
                await numbers.AnsweredAsync(new(Door.Site, Outcome.Grounded, null, TimeSpan.FromSeconds(1)) { Key = $"om_{time.Now.Year}_{day}_{question}" });

        (await numbers.ReadAsync(numbers.Today, 5)).Select(day => day.Asked).ShouldBe([0, 1, 2, 3, 0]);
        var keys = store.Connection.GetServers()[0].Keys(pattern: "{numbers}:*").ToList();
        keys.Count.ShouldBeGreaterThanOrEqualTo(9);
        foreach (var key in keys)
            (await store.Connection.GetDatabase().KeyTimeToLiveAsync(key)).ShouldNotBeNull(key.ToString()).ShouldBeLessThanOrEqualTo(TimeSpan.FromDays(DailyNumbers.MostDays));
    }

    private DailyNumbers Replica(TimeSpan? offset = null) => new(
        store.Connection, new StoreScripts(store.Connection, new TransactionGate()), Options.Create(new GapOptions { UtcOffset = offset ?? TimeSpan.FromHours(8) }), time);
}
