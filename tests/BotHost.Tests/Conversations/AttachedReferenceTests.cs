using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Attachments;
using Wenlu.BotHost.Conversations;

namespace Wenlu.BotHost.Tests.Conversations;

public sealed class AttachedReferenceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly AttachedDocument Older = new("om_1", "旧.md", "旧", false, Noon.AddHours(-1));
    private static readonly AttachedDocument Newest = new("om_2", "新.md", "新", false, Noon);

    [Theory]
    [InlineData("这份文件讲了什么？")]
    [InlineData("附件里的付款条件是什么？")]
    [InlineData("总结一下")]
    [InlineData("What does this document say about refunds?")]
    [InlineData("Summarize it in three points")]
    public void A_question_that_names_a_file_or_asks_for_a_whole_means_the_newest(string text) => Meant(text, Noon.AddMinutes(5)).ShouldBe("attached:om_2");

    [Theory]
    [InlineData("年假有几天？")]
    [InlineData("How do I reset my password?")]
    public void A_question_with_a_topic_of_its_own_means_none_but_finds_them_all(string text)
    {
        Meant(text, Noon.AddMinutes(-5)).ShouldBeNull();
        AttachedReference.Attach(Asked(text, Noon), [Older, Newest]).Attached.Select(document => document.Title).ShouldBe(["旧.md", "新.md"]);
    }

    [Fact]
    public void What_points_somewhere_means_a_document_only_when_it_came_after_everything_that_was_said()
    {
        Meant("这个怎么弄？", Noon.AddMinutes(-5)).ShouldBe("attached:om_2");
        Meant("这个怎么弄？", Noon.AddMinutes(5)).ShouldBeNull();
    }

    [Fact]
    public void The_document_that_a_question_replies_to_stays_meant() =>
        AttachedReference.Attach(Asked("总结一下", Noon) with { MeantDocument = "attached:om_1" }, [Older, Newest]).MeantDocument.ShouldBe("attached:om_1");

    private static string? Meant(string text, DateTimeOffset lastSaid) => AttachedReference.Attach(Asked(text, lastSaid), [Older, Newest]).MeantDocument;

    private static Question Asked(string text, DateTimeOffset lastSaid) => new(text, [new Turn("病假呢？", "三十天。", lastSaid)], null);
}
