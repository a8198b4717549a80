using Wenlu.Retrieval.Dense;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Tests.Dense;

namespace Wenlu.Retrieval.Tests.Fusion;

/// <summary>Words and vectors together, with models that know nothing, one thing, or everything.</summary>
public sealed class HybridSearchTests : IDisposable
{
    private static readonly SourceDocument[] Policies =
    [
        new("leave", "休假制度", "## 年假\n入职满一年者，年假十天。") { Access = ["everyone"] },
        new("expense", "报销流程", "## 时限\n费用发生后三十天内提交。") { Access = ["everyone"] },
        new("salary", "薪资", "## 发放\n每月十日发放薪资。") { Access = ["chat:hr"] },
    ];

    private const string Subjects = "金木水火土天地玄黄宇宙洪";

    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder vectors = new();

    public void Dispose()
    {
        folder.Dispose();
        vectors.Dispose();
    }

    [Fact]
    public async Task What_shares_no_word_with_the_question_is_found_by_its_meaning()
    {
        var model = new ScriptedGenerator(Topic);

        (await SearchAsync(model, new("vacation")))[0].DocumentId.ShouldBe("leave");
        (await SearchAsync(null, new("vacation"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_model_that_knows_nothing_leaves_the_first_hit_alone()
    {
        foreach (var question in new[] { "年假", "费用多久内提交", "薪资" })
            (await SearchAsync(new ScriptedGenerator(Noise), new(question)))[0].DocumentId.ShouldBe((await SearchAsync(null, new(question)))[0].DocumentId);
    }

    [Fact]
    public async Task What_the_asker_may_not_read_is_not_found_by_its_meaning_either()
    {
        var model = new ScriptedGenerator(Topic);

        (await SearchAsync(model, new("pay day") { Access = ["everyone"] })).ShouldNotContain(hit => hit.DocumentId == "salary");
        (await SearchAsync(model, new("pay day") { Access = ["chat:hr"] })).ShouldContain(hit => hit.DocumentId == "salary");
        (await SearchAsync(model, new("pay day") { Access = [] })).ShouldBeEmpty();
        (await SearchAsync(model, new("pay day") { Except = ["salary"] })).ShouldNotContain(hit => hit.DocumentId == "salary");
    }

    [Fact]
    public async Task A_model_that_proved_itself_makes_a_search_sure_where_the_words_know_nothing()
    {
        using var bench = new DenseBench(Subject);
        await bench.WriteAsync([.. Enumerable.Range(0, Subjects.Length).Select(number => new SourceDocument(
            $"{number}", "", $"第{Subjects[number]}类事项须先申请。{Subjects[number]}类的申请由主管审批。{Subjects[number]}类每年一次。"))]);

        var known = await bench.Index.SearchAsync(new($"topic-{Subjects[3]}"), CancellationToken.None);
        var foreign = await bench.Index.SearchAsync(new("weather"), CancellationToken.None);

        known.Hits[0].DocumentId.ShouldBe("3");
        known.Answerable.ShouldBeTrue($"{known.Confidence}");
        foreign.Answerable.ShouldBeFalse($"{foreign.Confidence}");
    }

    [Fact]
    public async Task A_model_that_fails_costs_nothing_but_its_help()
    {
        var model = new ScriptedGenerator(Topic);
        model.Before = (texts, _) => texts is ["年假"] ? throw new HttpRequestException("down") : Task.CompletedTask;

        (await SearchAsync(model, new("年假")))[0].DocumentId.ShouldBe("leave");
    }

    private async Task<IReadOnlyList<Hit>> SearchAsync(ScriptedGenerator? model, SearchQuery query)
    {
        using var embeddings = model is null ? null : new EmbeddingIndex(vectors.Path, new EmbeddingOptions(Guid.NewGuid().ToString()), _ => model);
        using var index = DocumentIndex.Open(folder.Path, "tests", embeddings: embeddings);
        foreach (var document in Policies)
            index.Upsert(document);
        index.Refresh();
        await (embeddings?.CatchUpAsync(CancellationToken.None) ?? Task.CompletedTask);
        return (await index.SearchAsync(query, CancellationToken.None)).Hits;
    }

    private static float[] Topic(string text) =>
        text.Contains('假') || text.Contains("vacation") ? [1, 0.1f, 0] : text.Contains("薪资") || text.Contains("pay") ? [0, 0.1f, 1] : [0.1f, 1, 0.1f];

    // Every text is about the subject that it names, and a little about everything.
    private static float[] Subject(string text)
    {
        var vector = Enumerable.Repeat(0.05f, Subjects.Length + 1).ToArray();
        for (var number = 0; number < Subjects.Length; number++)
            vector[number] += text.Contains(Subjects[number]) ? 1 : 0;
        vector[^1] += text.Contains("weather") ? 1 : 0;
        return vector;
    }

    private static float[] Noise(string text)
    {
        var random = new Random(text.Sum(character => character));
        return [.. Enumerable.Range(0, 32).Select(_ => random.NextSingle() - 0.5f)];
    }
}
