using Wenlu.Retrieval.Evaluation;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Evaluation;

public sealed class EvaluatorTests : IDisposable
{
    private static readonly JudgedQuestion Rates = new("rates", "周末加班工资按几倍计算？", [new Judgement("overtime", 1) { Heading = "工资" }]);
    private static readonly JudgedQuestion Jam = new("jam", "打印机卡纸怎么办？", [new Judgement("printer", 1) { Heading = "连接" }]) { Kind = "wrong section" };
    private static readonly JudgedQuestion Nowhere = new("nowhere", "食堂几点开门？", []);
    private static readonly JudgedQuestion Abroad = new("abroad", "What is covered by one license?", []);

    private readonly TemporaryFolder folder = new();
    private readonly DocumentIndex index;

    public EvaluatorTests()
    {
        index = DocumentIndex.Open(folder.Path, "tests");
        foreach (var document in KnowledgeBases.Office)
            index.Upsert(document);
        index.Refresh();
    }

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Documents_and_sections_are_measured_apart()
    {
        var results = await NewEvaluator().AskAsync([Rates, Jam, Nowhere], null, CancellationToken.None);

        results.Select(result => result.Id).ShouldBe(["rates", "jam"]);
        results.ShouldAllBe(result => result.Scores["Recall@1"] == 1 && result.Scores["nDCG@10"] == 1 && result.Answered);
        results[0].Scores[Measures.HeadingHit1].ShouldBe(1);
        results[1].Scores[Measures.HeadingHit1].ShouldBe(0);
    }

    [Fact]
    public async Task A_near_miss_is_asked_without_the_documents_that_answer_it()
    {
        var retriever = new Watched(index);

        var results = await new Evaluator(retriever, AsTyped).AskUnanswerableAsync([Rates, Nowhere], [Abroad], null, CancellationToken.None);

        results.Select(result => (result.Id, result.Why)).ShouldBe(
            [("rates", Unanswerable.NearMiss), ("nowhere", Unanswerable.Given), ("abroad", Unanswerable.Foreign)]);
        retriever.Found[0].Hits.ShouldNotBeEmpty();
        retriever.Found[0].Hits.ShouldAllBe(hit => hit.DocumentId != "overtime");
        results.ShouldAllBe(result => result.Confidence < 0.5 && !result.Answered);
    }

    [Fact]
    public async Task What_is_searched_is_what_the_product_makes_of_the_question()
    {
        var followUp = new JudgedQuestion("follow-up", "那平时呢？", [new Judgement("overtime", 1)]) { History = [new("周末加班工资几倍？", "")] };
        var evaluator = new Evaluator(index, (question, _) => ValueTask.FromResult(new SearchQuery($"{question.Text} {question.History[0].Question}")));

        var result = (await evaluator.AskAsync([followUp], null, CancellationToken.None)).ShouldHaveSingleItem();

        result.Searched.ShouldBe("那平时呢？ 周末加班工资几倍？");
        result.Scores["Recall@1"].ShouldBe(1);
        result.Scores.ShouldNotContainKey(Measures.HeadingHit1);
    }

    [Fact]
    public async Task The_figures_of_a_run_are_means_over_questions_kinds_and_reasons()
    {
        var evaluator = NewEvaluator();
        var answered = await evaluator.AskAsync([Rates, Jam], null, CancellationToken.None);
        var unanswerable = await evaluator.AskUnanswerableAsync([Rates, Jam, Nowhere], [Abroad], null, CancellationToken.None);

        var figures = EvaluationFigures.Of(new EvaluationRun("office", 10, new IndexFacts(5, 14, 1, 1), answered, unanswerable));

        figures.Measures.Single(measure => measure.Name == Measures.HeadingHit1).Value.Mean.ShouldBe(0.5);
        figures.Measures.Single(measure => measure.Name == "nDCG@10").Value.Mean.ShouldBe(1);
        var kind = figures.Kinds.ShouldHaveSingleItem();
        (kind.Kind, kind.Questions).ShouldBe(("wrong section", 1));
        figures.Refusal!.Groups.Select(group => (group.Why, group.Questions)).ShouldBe(
            [(Unanswerable.Given, 1), (Unanswerable.NearMiss, 2), (Unanswerable.Foreign, 1)]);
        (figures.Refusal.Pooled.AreaUnderCurve, figures.Refusal.Pooled.RefusedByProduct, figures.Refusal.FalseRefusals).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task Two_runs_are_compared_by_the_questions_they_share()
    {
        var evaluator = NewEvaluator();
        var both = new EvaluationRun("a", 10, new(5, 14, 1, 1), await evaluator.AskAsync([Rates, Jam], null, CancellationToken.None), []);
        var one = both with { Questions = [both.Questions[1] with { Scores = new Dictionary<string, double> { ["Recall@1"] = 0 } }] };

        var compared = RunComparison.Of(both, one);

        compared.Questions.ShouldBe(1);
        var recall = compared.Measures.ShouldHaveSingleItem();
        (recall.Name, recall.First, recall.Second, recall.Paired.Difference.Mean, recall.Paired.Changed).ShouldBe(("Recall@1", 1, 0, -1, 1));
    }

    private Evaluator NewEvaluator() => new(index, AsTyped);

    private static ValueTask<SearchQuery> AsTyped(JudgedQuestion question, CancellationToken cancellationToken) => ValueTask.FromResult(new SearchQuery(question.Text));

    private sealed class Watched(IRetriever retriever) : IRetriever
    {
        public List<SearchResult> Found { get; } = [];

        public async ValueTask<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
        {
            Found.Add(await retriever.SearchAsync(query, cancellationToken));
            return Found[^1];
        }
    }
}
