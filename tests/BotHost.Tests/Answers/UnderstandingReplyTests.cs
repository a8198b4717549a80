using FsCheck.Xunit;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Tests.Answers;

public sealed class UnderstandingReplyTests
{
    [Theory]
    [InlineData("""{"question":"年假有几天？","phrasings":["annual leave"],"language":"zh"}""")]
    [InlineData("```json\n{\"question\": \"年假有几天？\", \"phrasings\": [\"annual leave\", \"年假有几天？\", 7, \"\"], \"language\": \"zh-Hans\",}\n```")]
    [InlineData("```\n{\"language\":\"ZH\",\"phrasings\":[\" annual leave \",\"annual leave\"],\"question\":\" 年假有几天？ \"}\n```\n")]
    public void The_object_is_read_however_it_is_wrapped(string reply)
    {
        var read = UnderstandingReply.Read(reply)!;

        (read.Question, read.Language).ShouldBe(("年假有几天？", Language.Chinese));
        read.Phrasings.ShouldBe(["annual leave"]);
    }

    [Theory]
    [InlineData("年假有几天？")]
    [InlineData("  “年假有几天？”\n")]
    [InlineData("""{"question":"年假有几天？"}""")]
    [InlineData("""{"question":"年假有几天？","phrasings":"none","language":"tlh"}""")]
    public void A_plain_line_or_a_question_alone_is_enough(string reply)
    {
        var read = UnderstandingReply.Read(reply)!;

        (read.Question, read.Phrasings.Count, read.Language).ShouldBe(("年假有几天？", 0, null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("第一行\n第二行")]
    [InlineData("Here it is: \n{\"question\":\"年假有几天？\"}")]
    [InlineData("""{"question":""}""")]
    [InlineData("""{"question":["年假"]}""")]
    [InlineData("""{"phrasings":["annual leave"]}""")]
    [InlineData("""{"question":"年假""")]
    [InlineData("{}")]
    public void Anything_else_is_ignored(string reply) => UnderstandingReply.Read(reply).ShouldBeNull();

    [Property]
    public void Whatever_a_model_writes_is_read_or_ignored(string? reply) =>
        UnderstandingReply.Read(reply ?? "")?.Question.Length.ShouldBeInRange(1, 300);
}
