using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Tests.Search;

public sealed class ExplanationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DocumentIndex index;

    public ExplanationTests()
    {
        index = DocumentIndex.Open(folder.Path, "tests");
        // Refreshed in between: the passages lie in several segments, as they do in a running service.
        foreach (var document in KnowledgeBases.Office.Concat(KnowledgeBases.Manual))
        {
            index.Upsert(document with { Access = [document.Id == "travel" ? "boss" : "everyone"] });
            index.Refresh();
        }
    }

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("周末加班工资按几倍计算？")]
    [InlineData("打印机卡纸怎么办")]
    [InlineData("E4021 怎么办")]
    [InlineData("卡")]
    [InlineData("彩印")]
    [InlineData("How do I restore a backup?")]
    [InlineData("IMAP 服务器 465 端口与 outbound TCP ports")]
    public async Task The_explained_scores_add_up_to_the_score_of_the_hit(string question)
    {
        var result = await AskAsync(new SearchQuery(question) { Explain = true });

        result.Hits.ShouldNotBeEmpty();
        foreach (var (hit, explained) in result.Hits.Zip(result.Explanation!.Hits))
        {
            (explained.DocumentId, explained.ChunkNumber).ShouldBe((hit.DocumentId, hit.ChunkNumber));
            var lexical = explained.Lexical.ShouldHaveSingleItem();
            ((lexical.Fields.Values.Sum() * lexical.NameLift) + lexical.Meeting).ShouldBe(hit.Score, hit.Score * 1e-5);
            (lexical.Score, explained.FusedScore).ShouldBe((hit.Score, hit.Score));
        }
    }

    [Fact]
    public async Task Of_several_wordings_each_explains_its_own_ranking()
    {
        var result = await AskAsync(new SearchQuery("出差补贴") { Explain = true, Phrasings = ["差旅标准 每天伙食补贴", "毫无关系的废话"] });

        var explanation = result.Explanation!;
        explanation.Wordings.Select(wording => (wording.Reason, wording.Weight)).ShouldBe([("asked", 1), ("phrasing", 0.5), ("phrasing", 0.5)]);
        var best = explanation.Hits[0];
        best.Lexical.Select(rank => rank.Wording).ShouldBe([0, 1]);
        best.Lexical.ShouldAllBe(rank => Math.Abs((rank.Fields.Values.Sum() * rank.NameLift) + rank.Meeting - rank.Score) < 1e-4);
        best.FusedScore.ShouldBe((1.0 / (60 + best.Lexical[0].Rank)) + (0.5 / (60 + best.Lexical[1].Rank)), 1e-6);
    }

    [Fact]
    public async Task Another_name_from_the_glossary_is_a_wording_with_its_reason()
    {
        index.Glossary = Glossary.Parse("term,synonyms\n工牌,胸卡\n");

        var result = await AskAsync(new SearchQuery("胸卡丢了怎么办") { Explain = true });

        var explanation = result.Explanation!;
        explanation.Wordings.Select(wording => wording.Reason).ShouldBe(["asked", "glossary: 胸卡 → 工牌"]);
        var best = explanation.Hits[0];
        best.FusedScore.ShouldBe(best.Lexical.Max(rank => rank.Score * explanation.Wordings[rank.Wording].Weight), 1e-5);
        best.Lexical.ShouldAllBe(rank => Math.Abs((rank.Fields.Values.Sum() * rank.NameLift) + rank.Meeting - rank.Score) < 1e-4);
        explanation.Confidence!.Wording.ShouldBe(1);
    }

    [Fact]
    public async Task The_terms_are_shown_with_how_rare_they_are()
    {
        var explanation = (await AskAsync(new SearchQuery("卡纸怎么办？") { Explain = true })).Explanation!;

        var wording = explanation.Wordings.ShouldHaveSingleItem();
        wording.Text.ShouldBe("卡纸");
        wording.Fields.Select(field => (field.Name, (float)field.Weight)).ShouldBe([("text2", 1f), ("title2", 0.3f), ("headings2", 0.3f), ("text1", 1f)]);
        var pair = wording.Fields[0].Terms.ShouldHaveSingleItem();
        (pair.Text, pair.DocumentFrequency).ShouldBe(("卡纸", 1));
        pair.InverseDocumentFrequency!.Value.ShouldBe(Math.Log(1 + ((index.ChunkCount - 1 + 0.5) / (1 + 0.5))), 1e-5);
    }

    [Fact]
    public async Task The_features_of_the_confidence_add_up_to_it()
    {
        var result = await AskAsync(new SearchQuery("打印机卡纸怎么办") { Explain = true });

        var confidence = result.Explanation!.Confidence!;
        var logit = confidence.Features.Sum(feature => feature.Contribution);
        (confidence.Trust / (1 + Math.Exp(-logit))).ShouldBe(result.Confidence, 1e-9);
    }

    [Fact]
    public async Task A_limited_search_says_nothing_that_is_counted_over_what_the_asker_may_not_read()
    {
        var result = await AskAsync(new SearchQuery("一线城市住宿标准") { Explain = true, Access = ["everyone"] });

        var explanation = result.Explanation!;
        explanation.Hits.ShouldAllBe(hit => hit.DocumentId != "travel");
        explanation.Wordings.SelectMany(wording => wording.Fields).SelectMany(field => field.Terms)
            .ShouldAllBe(term => term.DocumentFrequency == null && term.InverseDocumentFrequency == null);
        explanation.Wordings[0].Fields.ShouldNotBeEmpty();
        explanation.Confidence.ShouldBeNull();
    }

    [Fact]
    public async Task Explaining_changes_nothing_and_is_not_done_unasked()
    {
        var plain = await AskAsync(new SearchQuery("周末加班工资"));
        var explained = await AskAsync(new SearchQuery("周末加班工资") { Explain = true });

        plain.Explanation.ShouldBeNull();
        explained.Confidence.ShouldBe(plain.Confidence);
        explained.Hits.Select(hit => (hit.DocumentId, hit.ChunkNumber, hit.Score)).ShouldBe(plain.Hits.Select(hit => (hit.DocumentId, hit.ChunkNumber, hit.Score)));
    }

    [Fact]
    public async Task What_finds_nothing_is_explained_by_what_was_looked_up()
    {
        var result = await AskAsync(new SearchQuery("魑魅魍魉") { Explain = true });

        result.Hits.ShouldBeEmpty();
        result.Explanation!.Wordings.ShouldHaveSingleItem().Fields[0].Terms.Select(term => term.DocumentFrequency).ShouldBe([0, 0, 0]);
    }

    private async Task<SearchResult> AskAsync(SearchQuery query) => await index.SearchAsync(query, CancellationToken.None);
}
