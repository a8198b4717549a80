using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Tests.Understanding;

public sealed class GlossaryExpansionTests
{
    private static readonly Glossary Terms = Glossary.Parse("""
        term,synonyms,translations,abbreviations
        提示词,提示语,prompt,
        提示词注入,,prompt injection,
        检索增强生成,,Retrieval-Augmented Generation,RAG
        人工智能,,artificial intelligence,AI
        信息技术,,information technology,IT
        少样本,,few-shot,
        智能体,,agent,
        词,,word,
        """);

    [Theory]
    [InlineData("what is a prompt", "what is a 提示词")]
    [InlineData("What are PROMPTS?", "What are 提示词?")]
    [InlineData("什么是提示词", "什么是prompt")]
    [InlineData("什麼是提示詞", "什么是prompt")]
    [InlineData("什么是ＲＡＧ？", "什么是检索增强生成?")]
    [InlineData("提示语怎么写", "prompt怎么写")]
    [InlineData("retrieval augmented generation", "检索增强生成")]
    [InlineData("few shot examples", "少样本 examples")]
    [InlineData("RAG/Agent 的区别", "检索增强生成/智能体 的区别")]
    [InlineData("what is IT?", "what is 信息技术?")]
    [InlineData("AI入门", "人工智能入门")]
    public void A_name_is_replaced_where_it_stands(string question, string first) => Expand(question)[0].Text.ShouldBe(first);

    [Theory]
    [InlineData("the main rain")]
    [InlineData("dragging")]
    [InlineData("what is it")]
    [InlineData("词怎么写")]
    [InlineData("检索增强生成（RAG，Retrieval-Augmented Generation）")]
    [InlineData("ai.example.com")]
    [InlineData("提示。词")]
    [InlineData("")]
    public void What_only_looks_like_a_name_is_left_alone(string question) => Expand(question).ShouldBeEmpty();

    [Fact]
    public void The_longest_name_wins() =>
        Expand("什么是提示词注入").ShouldHaveSingleItem().Text.ShouldBe("什么是prompt injection");

    [Fact]
    public void Every_other_name_is_tried_with_a_reason()
    {
        var expansions = Expand("提示词怎么写");

        expansions.ShouldBe(
        [
            new("prompt怎么写", 0.8, ExpansionReason.Glossary, "提示词", "prompt"),
            new("提示语怎么写", 0.8, ExpansionReason.Glossary, "提示词", "提示语"),
        ]);
    }

    [Fact]
    public void Several_names_are_first_said_in_one_language()
    {
        var texts = Expand("智能体的 prompt 和 RAG").Select(expansion => expansion.Text).ToList();

        texts[0].ShouldBe("智能体的 提示词 和 检索增强生成");
        texts[1].ShouldBe("agent的 prompt 和 RAG");
        texts.Count.ShouldBeLessThanOrEqualTo(GlossaryExpansion.MaxExpansions);
    }

    [Fact]
    public void A_long_question_with_many_names_stays_a_few_searches() =>
        Expand(string.Join("，", Enumerable.Repeat("提示词 prompt injection RAG AI few-shot agent", 100))).Count.ShouldBeLessThanOrEqualTo(GlossaryExpansion.MaxExpansions);

    private static IReadOnlyList<Expansion> Expand(string question) => GlossaryExpansion.Of(question, Terms, 0.8);
}
