using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Tests.Publication;

public sealed class CandidateRulesTests
{
    private static readonly DateTimeOffset Day = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_answer_twice_is_one_and_other_words_for_the_same_asker_count_once()
    {
        var candidate = Given(null, "十天。[1]", "a-1");
        candidate = Given(candidate, "十天。[1]", "a-1");
        candidate = Given(candidate, "有十天。[1]", "a-2", isRepetition: true);

        candidate.Count.ShouldBe(1);
        candidate.Answers.ShouldBe(["a-1", "a-2"]);
        candidate.Answer.Markdown.ShouldBe("有十天。[1]");
        Given(candidate, "十天。[1]", answerId: null).Count.ShouldBe(2);
    }

    [Fact]
    public void It_keeps_nothing_of_the_conversation_it_was_given_in()
    {
        var candidate = Given(null, "十天。[1]", "a-1");

        candidate.Answer.Related.ShouldBeEmpty();
        candidate.Answer.Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_taken_back_takes_its_text_along_and_the_last_of_it_everything()
    {
        var candidate = Given(Given(null, "十天。[1]", "a-1"), "有十天。[1]", "a-2");

        Candidate.Without(candidate, "a-3").ShouldBeSameAs(candidate);
        Candidate.Without(candidate, "a-2").ShouldBeNull();
        var left = Candidate.Without(candidate, "a-1").ShouldNotBeNull();
        (left.Count, left.Answer.Markdown).ShouldBe((1, "有十天。[1]"));
        Candidate.Without(left, "a-2").ShouldBeNull();
    }

    [Fact]
    public void Discarded_it_stays_so_however_often_it_is_given()
    {
        var discarded = Given(null, "十天。[1]", "a-1") with { DiscardedBy = "alice", DiscardedAt = Day };

        Given(discarded, "十天。[1]", "a-2").DiscardedBy.ShouldBe("alice");
    }

    private static Candidate Given(Candidate? candidate, string text, string? answerId, bool isRepetition = false) => Candidate.Given(
        candidate,
        new Answer(Outcome.Grounded, text, [new(1, "leave", "员工手册", ["年假"], "年假十天。", null, Day)], [new("病假呢？", null)], "年假有几天？", Language.Chinese) { Suggestions = ["怎么申请？"] },
        Day, answerId, isRepetition);
}
