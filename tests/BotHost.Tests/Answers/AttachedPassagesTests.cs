using Wenlu.BotHost.Answers;
using Wenlu.Retrieval;
using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.BotHost.Tests.Answers;

public sealed class AttachedPassagesTests
{
    private static readonly SearchResult Known = Result(AnswerBand.Answer, 0.9, ("known", 40), ("other", 20));

    [Fact]
    public void A_document_that_does_not_answer_leaves_what_the_knowledge_base_found_as_it_is() =>
        AttachedPassages.Merge(Known, Result(AnswerBand.Decline, 0.3, ("attached", 3)), isMeant: false).ShouldBeSameAs(Known);

    [Fact]
    public void The_best_of_both_count_alike_whatever_their_scores()
    {
        var merged = AttachedPassages.Merge(Known, Result(AnswerBand.Answer, 0.8, ("attached", 4), ("next", 1)), isMeant: false);

        merged.Hits.Select(hit => (hit.DocumentId, hit.Score)).ShouldBe([("known", 40), ("other", 20), ("attached", 40), ("next", 10)]);
        merged.Confidence.ShouldBe(0.9);
    }

    [Fact]
    public void A_document_that_is_meant_comes_first_and_is_answered_from_even_where_nothing_is_known()
    {
        AttachedPassages.Merge(Known, Result(AnswerBand.Warn, 0.2, ("attached", 4)), isMeant: true).Hits[0].DocumentId.ShouldBe("attached");
        var alone = AttachedPassages.Merge(Result(AnswerBand.Decline, 0.01, ("far", 1)), Result(AnswerBand.Decline, 0, ("attached", 4)), isMeant: true);
        alone.Hits.ShouldHaveSingleItem().DocumentId.ShouldBe("attached");
        alone.Band.ShouldBe(AnswerBand.Answer);
    }

    [Fact]
    public void Where_nothing_is_known_a_document_that_comes_close_is_shown_with_a_warning_and_one_that_does_not_is_left_out()
    {
        var nothing = Result(AnswerBand.Decline, 0.01);
        AttachedPassages.Merge(nothing, Result(AnswerBand.Decline, 0.3, ("attached", 4)), isMeant: false).Band.ShouldBe(AnswerBand.Warn);
        AttachedPassages.Merge(nothing, Result(AnswerBand.Decline, 0.01, ("attached", 4)), isMeant: false).ShouldBeSameAs(nothing);
    }

    [Fact]
    public void Both_together_are_no_more_than_a_model_is_shown()
    {
        (string, double)[] many = [.. Enumerable.Range(1, 8).Select(number => ($"{number}", 10.0 - number))];

        AttachedPassages.Merge(Result(AnswerBand.Answer, 0.9, many), Result(AnswerBand.Answer, 0.9, many), isMeant: false).Hits.Count.ShouldBe(Passages.Most);
    }

    [Fact]
    public async Task Documents_are_ranked_as_the_knowledge_base_is_and_name_their_headings()
    {
        SourceDocument[] documents = [new("a", "机房手册", "# 门禁\n\n门禁密码找王工领取。\n\n# 空调\n\n常年二十二度。"), new("b", "菜单", "午餐有面条。")];

        var found = await AttachedPassages.SearchAsync(documents, Glossary.Empty, new SearchQuery("门禁密码找谁领取"), CancellationToken.None);

        found.Hits[0].DocumentId.ShouldBe("a");
        found.Hits[0].Headings.ShouldBe(["门禁"]);
        found.Hits.ShouldAllBe(hit => hit.DocumentId == "a");
    }

    private static SearchResult Result(AnswerBand band, double confidence, params (string Id, double Score)[] hits) =>
        new([.. hits.Select((hit, number) => new Hit(hit.Id, hit.Id, [], hit.Id, hit.Score) { ChunkNumber = number })], confidence, band);
}
