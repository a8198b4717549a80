using FsCheck.Xunit;
using Wenlu.Retrieval.Related;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Tests.Related;

public sealed class QuestionLikenessTests
{
    [Theory]
    [InlineData("VPN 怎么连", "VPN 连不上")]
    [InlineData("7B 需要多少显存", "70B 需要多少显存")]
    [InlineData("Transformer 比 RNN 好在哪里", "RNN 比 Transformer 好在哪里")]
    [InlineData("北京飞广州的机票多少钱", "广州飞北京的机票多少钱")]
    [InlineData("怎么开通自动续费", "怎么关闭自动续费")]
    [InlineData("离职怎么办理", "离职多久办完")]
    [InlineData("报错 E4021 怎么办", "报错 E4012 怎么办")]
    [InlineData("三天的年假怎么请", "五天的年假怎么请")]
    [InlineData("手机怎么截屏", "电脑怎么截屏")]
    [InlineData("how do I install the VPN", "how do I uninstall the VPN")]
    public void One_word_can_make_another_question(string one, string other) =>
        QuestionLikeness.Of(one, other).ShouldBeLessThan(QuestionLikeness.Same);

    [Theory]
    [InlineData("VPN 怎么连", "请问怎样连接 VPN？")]
    [InlineData("密碼忘了怎麼辦", "忘记密码了怎么处理")]
    [InlineData("怎么申请三天年假", "如何申请 3 天年假")]
    [InlineData("姚明比科比高多少", "科比比姚明矮多少")]
    [InlineData("能不能报销打车费", "打车费可以报销吗")]
    [InlineData("how do I reset my password", "How to reset the password?")]
    public void Other_words_can_ask_the_same(string one, string other) =>
        QuestionLikeness.Of(one, other).ShouldBeGreaterThanOrEqualTo(QuestionLikeness.Same);

    [Theory]
    [InlineData("什么是 ＲＡＧ？", "什麼是rag")]
    [InlineData("大語言模型，為什麼會產生幻覺", "大语言模型为什么会产生幻觉？？？")]
    [InlineData("“温度”设多少合适。", " 温度 设多少 合适 ")]
    public void Script_width_case_and_punctuation_make_no_difference(string one, string other) =>
        QuestionLikeness.Of(one, other).ShouldBe(1);

    [Fact]
    public void Names_of_the_glossary_count_as_one()
    {
        var glossary = Glossary.Parse("term,synonyms,translations,abbreviations\n检索增强生成,检索增强,retrieval-augmented generation,RAG");

        QuestionLikeness.Of("RAG 怎么切块", "检索增强生成怎么切块").ShouldBeLessThan(QuestionLikeness.Same);
        QuestionLikeness.Of("RAG 怎么切块", "检索增强生成怎么切块", glossary).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("？！", "。")]
    public void Nothing_is_like_nothing(string one, string other) => QuestionLikeness.Of(one, other).ShouldBe(1);

    [Fact]
    public void Nothing_is_like_no_question() => QuestionLikeness.Of("", "怎么报销").ShouldBe(0);

    [Property]
    public void It_is_symmetric_and_between_0_and_1(string? first, string? second, byte at, byte place)
    {
        var (one, other) = (Mixed(first, at), Mixed(second, place));

        var likeness = QuestionLikeness.Of(one, other);

        likeness.ShouldBeInRange(0, 1);
        QuestionLikeness.Of(other, one).ShouldBe(likeness);
        QuestionLikeness.Of(one, one).ShouldBe(1);
    }

    // Random characters hardly ever form words: a real question goes with them.
    private static string Mixed(string? random, byte at) => random + QuestionPairs.All[at * 2].Other;
}
