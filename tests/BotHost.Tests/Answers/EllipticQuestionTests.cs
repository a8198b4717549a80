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

    [Theory]
    [InlineData("超高频 RFID 能读多远？", "那低频呢？", "低频 RFID 能读多远？")]
    [InlineData("temperature 怎么调", "top-p 呢", "top-p 怎么调")]
    [InlineData("7B 模型要多少内存", "那 14B 的呢？", "14B 模型要多少内存")]
    [InlineData("LoRA 和 7B 模型怎么配", "14B 呢", "LoRA 和 14B 模型怎么配")]
    public void What_is_asked_of_another_thing_is_asked_again_with_that_thing(string before, string question, string standalone) =>
        EllipticQuestion.Complete(question, [Asked(before)]).ShouldBe(standalone);

    [Fact]
    public void A_chain_of_other_things_asks_each_time_the_first_question() =>
        EllipticQuestion.Complete("n8n 呢", [Asked("Coze 是什么平台？"), Asked("那 Dify 呢？")]).ShouldBe("n8n 是什么平台？");

    [Theory]
    [InlineData("二维码能装多少数据？")]
    [InlineData("怎样用 AI 学外语？")]
    [InlineData("What does an RFID read contain?")]
    public void A_new_topic_takes_nothing_from_the_old_one(string question) =>
        EllipticQuestion.Complete(question, [Asked("什么是提示词注入？")]).ShouldBe(question);

    private static Turn Asked(string question) => new(question, "……", DateTimeOffset.UnixEpoch);
}
