using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lucene.Net.Search;
using Wenlu.Retrieval.Fusion;

namespace Wenlu.Retrieval.Tests.Fusion;

public sealed class ReciprocalRankFusionTests
{
    [Fact]
    public void A_passage_that_both_lists_know_comes_before_what_only_one_does() =>
        Fused(("abc", 1), ("xbz", 1)).ShouldStartWith("b");

    [Fact]
    public void A_list_counts_as_much_as_its_weight() => Fused(("ab", 1), ("ba", 0.5)).ShouldBe("ab");

    [Fact]
    public void Passages_that_a_list_scores_alike_are_alike_whichever_comes_first()
    {
        RankedList other = new([new(9, 1)], 1);
        ScoreDoc[] alike = [new(1, 2), new(2, 2), new(3, 1)];

        ReciprocalRankFusion.Fuse([new RankedList(alike, 1), other]).Where(scored => scored.Doc is 1 or 2).Select(scored => scored.Score).Distinct().Count().ShouldBe(1);
        ReciprocalRankFusion.Fuse([new RankedList(alike, 1), other]).Single(scored => scored.Doc == 3).Score.ShouldBe((float)ReciprocalRankFusion.Share(1, 3));
    }

    [Fact]
    public void A_single_list_stays_as_it_is_with_its_own_scores()
    {
        ScoreDoc[] ranking = [new(7, 3.5f), new(2, 1.25f)];

        ReciprocalRankFusion.Fuse([new RankedList(ranking, 0.3)]).ShouldBe(ranking);
    }

    [Property]
    public Property The_order_of_the_lists_does_not_matter() => Prop.ForAll(Lists, lists =>
        Order(ReciprocalRankFusion.Fuse(lists)).SequenceEqual(Order(ReciprocalRankFusion.Fuse([.. lists.Reverse()]))));

    [Property]
    public Property Nothing_is_lost_and_nothing_comes_twice() => Prop.ForAll(Lists, lists =>
        Order(ReciprocalRankFusion.Fuse(lists)).Order().SequenceEqual(lists.SelectMany(list => Order(list.Ranking)).Distinct().Order()));

    [Property]
    public Property A_better_rank_in_one_list_never_costs_a_place() => Prop.ForAll(Lists, Gen.Choose(1, 9).ToArbitrary(), (lists, from) =>
    {
        var list = lists[0].Ranking;
        if (from >= list.Count)
            return true;
        var passage = list[from].Doc;
        int[] raised = [.. Order(list.Take(from - 1)), passage, list[from - 1].Doc, .. Order(list.Skip(from + 1))];
        RankedList[] better = [lists[0] with { Ranking = Ranked(raised) }, .. lists.Skip(1)];
        return PlaceOf(passage, better) <= PlaceOf(passage, lists);
    });

    // Two to four lists of up to ten of twenty passages, each with a weight of its own.
    private static Arbitrary<RankedList[]> Lists => (
        from count in Gen.Choose(2, 4)
        from lists in Gen.ArrayOf(List, count)
        select lists).ToArbitrary();

    private static Gen<RankedList> List =>
        from passages in Gen.Shuffle(Enumerable.Range(0, 20).ToArray())
        from length in Gen.Choose(0, 10)
        from weight in Gen.Choose(1, 100)
        select new RankedList(Ranked(passages.Take(length)), weight / 100.0);

    private static ScoreDoc[] Ranked(IEnumerable<int> passages) => [.. passages.Select((passage, at) => new ScoreDoc(passage, 100 - at))];

    private static int PlaceOf(int passage, RankedList[] lists) => Order(ReciprocalRankFusion.Fuse(lists)).ToList().IndexOf(passage);

    private static IEnumerable<int> Order(IEnumerable<ScoreDoc> ranking) => ranking.Select(scored => scored.Doc);

    private static string Fused(params (string Passages, double Weight)[] lists) => string.Concat(
        ReciprocalRankFusion.Fuse([.. lists.Select(list => new RankedList(Ranked(list.Passages.Select(passage => (int)passage)), list.Weight))])
            .Select(scored => (char)scored.Doc));
}
