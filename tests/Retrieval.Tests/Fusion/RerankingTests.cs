using Wenlu.Retrieval.Fusion;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Fusion;

public sealed class RerankingTests
{
    [Fact]
    public async Task The_rerankers_order_is_the_order_of_the_hits()
    {
        var hits = await SearchAsync(new Scripted(passages => [.. passages.Select(passage => passage.Contains('丙') ? 1.0 : 0.0)]));

        hits[0].DocumentId.ShouldBe("c");
        hits[0].Score.ShouldBe(1);
    }

    [Fact]
    public async Task It_reads_the_question_and_each_passage_under_its_title_and_headings()
    {
        var reranker = new Scripted(_ => null);

        await SearchAsync(reranker);

        reranker.Question.ShouldBe("年假");
        reranker.Passages.ShouldContain("乙\n休假\n乙的年假是十天。");
    }

    [Fact]
    public async Task Without_its_verdict_the_order_stands()
    {
        var plain = await SearchAsync(null);

        (await SearchAsync(new Scripted(_ => null))).ShouldBe(plain, EqualityComparer<Hit>.Create((one, other) => one!.DocumentId == other!.DocumentId && one.Score == other.Score));
    }

    [Fact]
    public void What_it_did_not_read_comes_after_what_it_did()
    {
        var hits = Reranking.Order([HitOf("a", 9), HitOf("b", 8)], [-3, 2], [HitOf("c", 7), HitOf("d", 6)]).ToList();

        string.Concat(hits.Select(hit => hit.DocumentId)).ShouldBe("bacd");
        hits.Select(hit => hit.Score).ShouldBeInOrder(SortDirection.Descending);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.0, double.NaN)]
    public void A_verdict_that_does_not_fit_is_refused(params double[] scores) =>
        Should.Throw<ArgumentException>(() => Reranking.Order([HitOf("a", 2), HitOf("b", 1)], scores, []));

    private static Hit HitOf(string id, double score) => new(id, "", [], "", score);

    private static async Task<IReadOnlyList<Hit>> SearchAsync(IReranker? reranker)
    {
        using var folder = new TemporaryFolder();
        using var index = DocumentIndex.Open(folder.Path, "tests", reranker);
        foreach (var (id, name) in new[] { ("a", "甲"), ("b", "乙"), ("c", "丙") })
            index.Upsert(new(id, name, $"## 休假\n{name}的年假是十天。"));
        index.Refresh();
        return (await index.SearchAsync(new("年假"), CancellationToken.None)).Hits;
    }

    private sealed class Scripted(Func<IReadOnlyList<string>, IReadOnlyList<double>?> judge) : IReranker
    {
        public string Question { get; private set; } = "";

        public IReadOnlyList<string> Passages { get; private set; } = [];

        public ValueTask<IReadOnlyList<double>?> ScoreAsync(string question, IReadOnlyList<string> passages, CancellationToken cancellationToken)
        {
            (Question, Passages) = (question, passages);
            return ValueTask.FromResult(judge(passages));
        }
    }
}
