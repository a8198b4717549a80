using FsCheck.Xunit;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Gaps;

namespace Wenlu.BotHost.Tests.Gaps;

public sealed class GapChangesTests
{
    private static readonly DateTimeOffset Day = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_asking_twice_is_one_and_for_another_reason_still_one_question()
    {
        var gap = Begun().With(Ask("m1", GapKind.NotFound));

        gap.Count.ShouldBe(1);
        gap = gap.With(Ask("m1", GapKind.Disliked) with { Dislikes = new Dictionary<string, string> { ["ou_a"] = "过时" } });
        gap.Count.ShouldBe(1);
        gap.Kinds.ShouldBe(new Dictionary<GapKind, int> { [GapKind.NotFound] = 1, [GapKind.Disliked] = 1 }, ignoreOrder: true);
        gap.Reasons.ShouldBe(["过时"]);
    }

    [Fact]
    public void Of_two_who_do_not_like_it_one_may_think_better_of_it()
    {
        var gap = GapChanges.Begin("g", Ask("m1", GapKind.Disliked) with { Dislikes = new Dictionary<string, string> { ["ou_a"] = "过时" } });
        gap = gap.With(Ask("m1", GapKind.Disliked) with { Dislikes = new Dictionary<string, string> { ["ou_b"] = "" } });

        var left = gap.WithoutDislike("m1", "ou_a").ShouldNotBeNull();
        left.Kinds[GapKind.Disliked].ShouldBe(1);
        left.Reasons.ShouldBeEmpty();
        left.WithoutDislike("m1", "ou_b").ShouldBeNull();
        left.WithoutDislike("m1", "ou_c").ShouldBeSameAs(left);
    }

    [Fact]
    public void What_is_taken_back_leaves_with_its_wording_and_takes_the_last_of_it_along()
    {
        var gap = Begun().With(Ask("m2", GapKind.NotFound, "食堂烤鱼周几供应"));

        var left = gap.Without("m1").ShouldNotBeNull();
        (left.Question, left.Count).ShouldBe(("食堂烤鱼周几供应", 1));
        left.Without("m3").ShouldBeSameAs(left);
        left.Without("m2").ShouldBeNull();
    }

    [Fact]
    public void Where_somebody_asked_is_forgotten_when_they_were_told_and_after_a_month_in_any_case()
    {
        var gap = Begun().With(Ask("m2", GapKind.NotFound));

        gap.Told("m1").Asks.ShouldHaveSingleItem().Key.ShouldBe("m2");
        gap.Dismissed("alice", Day).Asks.ShouldAllBe(ask => ask.Asked == null);
        gap.Dismissed("alice", Day).With(Ask("m3", GapKind.NotFound)).Asks.ShouldAllBe(ask => ask.Asked == null);
        gap.Aged(Day.AddDays(29)).ShouldBeSameAs(gap);
        gap.Aged(Day.AddDays(31))!.Asks.ShouldAllBe(ask => ask.Asked == null);
        gap.Aged(Day.AddDays(91)).ShouldBeNull();
        gap.Dismissed("alice", Day).Aged(Day.AddDays(31)).ShouldBeNull();
    }

    [Fact]
    public void Two_that_are_one_count_and_remember_together_and_the_other_remembers_nobody()
    {
        var (one, other) = (Begun(), GapChanges.Begin("h", Ask("m2", GapKind.Disliked, "二楼那道鱼哪天有？") with { At = Day.AddDays(-1) }).With(Ask("m3", GapKind.NotFound, "鱼呢？")));

        var joined = one.Joined(other);

        joined.Count.ShouldBe(3);
        joined.Kinds.ShouldBe(new Dictionary<GapKind, int> { [GapKind.NotFound] = 2, [GapKind.Disliked] = 1 }, ignoreOrder: true);
        joined.Wordings.ShouldBe(["二楼那道鱼哪天有？", "鱼呢？"]);
        (joined.FirstAsked, joined.LastAsked).ShouldBe((Day.AddDays(-1), Day));
        joined.Asks.Select(ask => ask.Key).ShouldBe(["m2", "m1", "m3"]);
        var merged = other.Merged("g", "alice", Day);
        (merged.State, merged.MergedInto, merged.ClosedBy).ShouldBe((GapState.Merged, "g", "alice"));
        merged.Asks.ShouldBeEmpty();
        merged.Aged(Day.AddDays(31)).ShouldBeNull();
    }

    [Fact]
    public void What_is_taken_back_after_it_was_merged_leaves_no_wording_behind()
    {
        var joined = Begun().Joined(GapChanges.Begin("h", Ask("m2", GapKind.NotFound, "二楼那道鱼哪天有？")));

        joined.Without("m2")!.Wordings.ShouldBeEmpty();
        var left = joined.Without("m1").ShouldNotBeNull();
        (left.Question, left.Wordings.Count).ShouldBe(("二楼那道鱼哪天有？", 0));
    }

    [Fact]
    public void What_was_dismissed_waits_again_without_whoever_asked()
    {
        var reopened = Begun().Dismissed("alice", Day).Reopened();

        (reopened.State, reopened.ClosedBy, reopened.ClosedAt).ShouldBe((GapState.Open, null, null));
        reopened.Asks.ShouldAllBe(ask => ask.Asked == null);
    }

    [Property]
    public void However_many_are_merged_the_askings_that_are_remembered_are_few(byte many)
    {
        var gap = Enumerable.Range(0, many).Aggregate(Begun(), (joined, number) => joined.Joined(GapChanges.Begin($"g{number}", Ask($"n{number}", GapKind.NotFound, $"问法{number}"))));

        gap.Count.ShouldBe(many + 1);
        gap.Asks.Count.ShouldBe(Math.Min(many + 1, GapChanges.MostAsks));
        gap.Same.Count.ShouldBe(Math.Min((int)many, GapChanges.MostAsks));
    }

    [Property]
    public void However_many_ask_they_are_counted_and_few_are_remembered(byte many)
    {
        var gap = Enumerable.Range(0, many).Aggregate(Begun(), (asked, number) => asked.With(Ask($"n{number}", GapKind.NotFound)));

        gap.Count.ShouldBe(many + 1);
        gap.Kinds[GapKind.NotFound].ShouldBe(many + 1);
        gap.Asks.Count.ShouldBe(Math.Min(many + 1, GapChanges.MostAsks));
    }

    private static Gap Begun() => GapChanges.Begin("g", Ask("m1", GapKind.NotFound));

    private static GapAsk Ask(string key, GapKind kind, string wording = "食堂的烤鱼周几供应？") =>
        new(key, wording, Day) { Asked = new Asked(key, key, "oc_1", "oc_1", "ou_1", IsDirect: false), Kinds = [kind] };
}
