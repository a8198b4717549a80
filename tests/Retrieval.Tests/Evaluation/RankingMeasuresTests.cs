using FsCheck.Xunit;
using Wenlu.Retrieval.Evaluation;

namespace Wenlu.Retrieval.Tests.Evaluation;

public sealed class RankingMeasuresTests
{
    private static readonly Dictionary<string, int> Relevant = new() { ["best"] = 2, ["good"] = 1, ["missed"] = 1 };
    private static readonly string[] Ranked = ["other", "good", "another", "best", "last"];

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1 / 3.0)]
    [InlineData(5, 2 / 3.0)]
    [InlineData(10, 2 / 3.0)]
    public void Recall_is_the_share_of_the_relevant_documents_that_is_found(int depth, double expected) =>
        RankingMeasures.Recall(Ranked, Relevant, depth).ShouldBe(expected, 1e-12);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0.5)]
    [InlineData(10, 0.5)]
    public void The_reciprocal_rank_is_that_of_the_first_relevant_document(int depth, double expected) =>
        RankingMeasures.ReciprocalRank(Ranked, Relevant, depth).ShouldBe(expected);

    [Fact]
    public void A_ranking_shorter_than_the_depth_without_a_relevant_document_has_no_reciprocal_rank() =>
        RankingMeasures.ReciprocalRank(["other"], Relevant, 10).ShouldBe(0);

    [Fact]
    public void Ndcg_weighs_relevance_exponentially_and_rank_logarithmically()
    {
        // Gains 0, 1, 0, 3, 0 at ranks 1 to 5; at best 3, 1, 1.
        var gained = (1 / Math.Log2(3)) + (3 / Math.Log2(5));
        var best = 3 + (1 / Math.Log2(3)) + (1 / Math.Log2(4));

        RankingMeasures.Ndcg(Ranked, Relevant, 10).ShouldBe(gained / best, 1e-12);
        RankingMeasures.Ndcg(Ranked, Relevant, 2).ShouldBe(1 / Math.Log2(3) / (3 + (1 / Math.Log2(3))), 1e-12);
    }

    [Fact]
    public void The_best_possible_ranking_has_everything()
    {
        string[] ideal = ["best", "missed", "good", "other"];

        RankingMeasures.Ndcg(ideal, Relevant, 10).ShouldBe(1, 1e-12);
        RankingMeasures.Recall(ideal, Relevant, 10).ShouldBe(1);
        RankingMeasures.ReciprocalRank(ideal, Relevant, 10).ShouldBe(1);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 1)]
    public void A_hit_is_within_the_depth_or_none(int depth, double expected) => RankingMeasures.Hit([false, false, true], depth).ShouldBe(expected);

    [Property]
    public void Moving_a_relevant_document_up_never_lowers_a_measure(byte from, byte to)
    {
        var before = Enumerable.Range(0, 12).Select(number => $"d{number}").ToList();
        var (low, high) = (Math.Max(from % 12, to % 12), Math.Min(from % 12, to % 12));
        var relevant = new Dictionary<string, int> { [$"d{low}"] = 2 };
        List<string> after = [.. before];
        after.RemoveAt(low);
        after.Insert(high, $"d{low}");

        RankingMeasures.Ndcg(after, relevant, 10).ShouldBeGreaterThanOrEqualTo(RankingMeasures.Ndcg(before, relevant, 10));
        RankingMeasures.ReciprocalRank(after, relevant, 10).ShouldBeGreaterThanOrEqualTo(RankingMeasures.ReciprocalRank(before, relevant, 10));
        RankingMeasures.Recall(after, relevant, 5).ShouldBeGreaterThanOrEqualTo(RankingMeasures.Recall(before, relevant, 5));
    }
}
