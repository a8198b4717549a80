using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Tests.Answers;

public sealed class EllipticQuestionTests
{
    [Theory]
    [InlineData("年假有几天？", "它需要提前申请吗？", "年假")]
    [InlineData("E4021 是什么错误？", "怎么解决？", "E4021")]
    [InlineData("门禁卡丢了怎么办？", "那访客卡呢？", "门禁卡")]
    [InlineData("What is error E4021?", "How do I fix it?", "E4021")]
    [InlineData("What is RAG?", "and the cost?", "RAG")]
    public void The_topic_of_the_question_before_is_added(string before, string question, string topic)
    {
        var standalone = EllipticQuestion.Complete(question, [Asked("食堂几点开门？"), Asked(before)]);

        standalone.ShouldStartWith(question);
        standalone.ShouldContain(topic);
        standalone.ShouldNotContain("食堂");
    }

    [Theory]
    [InlineData("报销流程的审批人是谁？")]
    [InlineData("E4021")]
    [InlineData("How do I reset my VPN password?")]
    public void A_question_that_stands_on_its_own_is_left_alone(string question) =>
        EllipticQuestion.Complete(question, [Asked("年假有几天？")]).ShouldBe(question);

    [Fact]
    public void A_chain_of_follow_ups_reaches_back_to_its_topic() =>
        EllipticQuestion.Complete("为什么？", [Asked("食堂几点开门？"), Asked("年假有几天？"), Asked("它能顺延吗？")]).ShouldContain("年假");

    private static Turn Asked(string question) => new(question, "……", DateTimeOffset.UnixEpoch);
}
