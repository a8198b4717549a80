using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Search;

public sealed class QuestionWordsTests
{
    [Theory]
    [InlineData("年假有几天？", "年假有 天？")]
    [InlineData("什么是年假", "是年假")]
    [InlineData("报销流程是什么", "报销流程")]
    [InlineData("What is the VPN address?", "VPN address?")]
    [InlineData("how-to guide", "how-to guide")]
    [InlineData("几何与多数", "几何与多数")]
    public void What_asks_is_cut_and_what_is_asked_about_stays(string question, string rest) =>
        string.Join(' ', QuestionWords.Cut(question).Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(rest);

    [Theory]
    [InlineData("为什么？")]
    [InlineData("what is it")]
    [InlineData("谁")]
    public void A_question_of_nothing_else_is_searched_as_it_is(string question) =>
        QueryTerms.Of(question).Singles.ShouldNotBeEmpty();

    [Fact]
    public void A_pasted_page_is_cut_down_to_what_can_be_searched()
    {
        var page = string.Concat(Enumerable.Range(0x4E00, 5000).Select(code => $"{(char)code} {(char)(code + 1)}{(char)(code + 2)},"));

        var terms = QueryTerms.Of(page);

        (terms.Pairs.Count * 3 + terms.Lone.Count * 3).ShouldBeInRange(1, 1024);
    }
}
