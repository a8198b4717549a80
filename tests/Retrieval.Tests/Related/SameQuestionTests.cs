using FsCheck.Xunit;
using Wenlu.Retrieval.Related;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Tests.Related;

public sealed class SameQuestionTests
{
    [Theory]
    [InlineData("年假有几天？", "年假有多少天")]
    [InlineData("怎么申请三天年假", "如何申请 3 天年假")]
    [InlineData("什麼是 ＲＡＧ？", "什么是rag")]
    [InlineData("How do I reset my password?", "how to reset the password")]
    public void Other_words_for_the_same_are_the_same(string one, string other) => SameQuestion.Of(one, other).ShouldBeGreaterThan(0);

    [Theory]
    [InlineData("7B 需要多少显存", "70B 需要多少显存")]
    [InlineData("三天的年假怎么请", "五天的年假怎么请")]
    [InlineData("年假有几天", "2024 年的年假有几天")]
    [InlineData("报错 E4021 怎么办", "报错 E4012 怎么办")]
    [InlineData("Windows 怎么连 VPN", "Mac 怎么连 VPN")]
    [InlineData("VPN 怎么连", "VPN 连不上")]
    [InlineData("电脑可以带回家吗", "电脑不可以带回家吗")]
    [InlineData("怎么开通自动续费", "怎么关闭自动续费")]
    [InlineData("怎么开通自动续费", "怎么取消自动续费的开通")]
    [InlineData("张三的分机号是多少", "李四的分机号是多少")]
    [InlineData("上海办公室的地址在哪", "办公室地址：北京")]
    [InlineData("年假有几天", "实习生的年假有几天")]
    [InlineData("产假有几天", "陪产假有几天")]
    [InlineData("北京飞广州的机票多少钱", "广州飞北京的机票多少钱")]
    [InlineData("离职怎么办理", "离职多久办完")]
    [InlineData("how do I install the VPN", "how do I uninstall the VPN")]
    [InlineData("", "")]
    [InlineData("？！", "。")]
    public void One_difference_that_matters_makes_another_question(string one, string other) => SameQuestion.Of(one, other).ShouldBe(0);

    [Fact]
    public void Names_of_the_glossary_count_as_one()
    {
        var glossary = Glossary.Parse("term,synonyms,translations,abbreviations\n检索增强生成,检索增强,retrieval-augmented generation,RAG");

        SameQuestion.Of("RAG 怎么切块", "检索增强生成怎么切块").ShouldBe(0);
        SameQuestion.Of("RAG 怎么切块", "检索增强生成怎么切块", glossary).ShouldBe(1);
    }

    /// <summary>Floors a little below what was measured; the figures are in the project's README.</summary>
    [Fact]
    public void What_it_takes_for_the_same_nearly_always_is()
    {
        var taken = QuestionPairs.All.Where(pair => SameQuestion.Of(pair.One, pair.Other) > 0).ToList();

        taken.Average(pair => pair.Same ? 1.0 : 0).ShouldBeGreaterThan(0.96);
        taken.Count(pair => pair.Same).ShouldBeGreaterThan(QuestionPairs.All.Count(pair => pair.Same) / 4);
    }

    [Fact]
    public void No_two_of_many_questions_are_taken_for_the_same_but_by_a_word_of_courtesy()
    {
        var questions = QuestionPairs.All.Select(pair => pair.One).Distinct().Select(question => QuestionForm.Of(question, Glossary.Empty)).ToList();

        questions.SelectMany((one, at) => questions.Skip(at + 1).Where(other => SameQuestion.Of(one, other) > 0)).Count().ShouldBeLessThanOrEqualTo(1);
    }

    [Property]
    public void It_is_symmetric_and_never_surer_than_likeness(byte at, byte place)
    {
        var (one, other) = (QuestionPairs.All[at * 2].One, QuestionPairs.All[place * 2].Other);

        var surely = SameQuestion.Of(one, other);

        SameQuestion.Of(other, one).ShouldBe(surely);
        surely.ShouldBeLessThanOrEqualTo(QuestionLikeness.Of(one, other));
    }
}
