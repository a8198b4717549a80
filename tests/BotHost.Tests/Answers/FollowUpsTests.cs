using Wenlu.BotHost.Answers;
using Wenlu.Retrieval.Chunking;
using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Tests.Answers;

public sealed class FollowUpsTests
{
    [Fact]
    public void Sections_beside_the_cited_one_become_questions() =>
        Suggested("年假有几天？", "年假", ["病假", "2.1 婚假", "三、请假流程"]).ShouldBe(["「病假」具体怎么说？", "「婚假」具体怎么说？", "「请假流程」具体怎么说？"]);

    [Fact]
    public void A_heading_that_is_a_question_is_asked_as_it_stands() =>
        Suggested("年假有几天？", "年假", ["没休完怎么办？"]).ShouldBe(["没休完怎么办？"]);

    [Fact]
    public void What_was_asked_or_told_is_not_suggested() =>
        Suggested("年假和病假有几天？", "年假", ["病假", "年假", "年假"]).ShouldBeEmpty();

    [Fact]
    public void A_heading_with_markup_or_of_great_length_is_no_question() =>
        Suggested("年假有几天？", "年假", ["<at id=all></at>", new string('长', 60), "12", "[链接](https://example.com)"]).ShouldBeEmpty();

    [Fact]
    public void Documents_that_the_answer_does_not_rest_on_suggest_nothing() =>
        FollowUps.Add(Answer("年假"), Findings("?", Hit("其他制度", ["报销"], "other"))).Suggestions.ShouldBeEmpty();

    [Fact]
    public void An_answer_stored_before_there_were_suggestions_has_none()
    {
        const string stored = """{"Outcome":0,"Markdown":"x","References":[],"Related":[],"StandaloneQuestion":"?","Language":0}""";

        System.Text.Json.JsonSerializer.Deserialize(stored, Wenlu.BotHost.Cards.AnswerJson.Default.Answer)!.Suggestions.ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Suggested(string question, string cited, string[] beside) =>
        FollowUps.Add(Answer(cited), Findings(question, Hit(cited, beside))).Suggestions;

    private static Answer Answer(string heading) => new(
        Outcome.Grounded, "十天。[1]", [new(1, "leave", "员工手册", [heading], "十天。", null, DateTimeOffset.UnixEpoch)], [], "?", Language.Chinese);

    private static Findings Findings(string question, Hit hit) => new(question, Language.Chinese, [hit], 1, AnswerBand.Answer, Passages.From([hit]), []);

    private static Hit Hit(string heading, string[] beside, string document = "leave") => new(document, "员工手册", [heading], "十天。", 1)
    {
        Neighbours = [.. beside.Select((other, index) => new Chunk(index + 1, [other], null, "…"))],
    };
}
