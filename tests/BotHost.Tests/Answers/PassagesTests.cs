using Wenlu.BotHost.Answers;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Tests.Answers;

public sealed class PassagesTests
{
    [Theory]
    [InlineData("https://wiki.example/a", "leave", "https://wiki.example/a#leave")]
    [InlineData("https://wiki.example/a", "年 假", "https://wiki.example/a#%E5%B9%B4%20%E5%81%87")]
    [InlineData("https://wiki.example/a#top", "leave", "https://wiki.example/a#top")]
    [InlineData("https://wiki.example/a", null, "https://wiki.example/a")]
    [InlineData("/questions/7", null, "/questions/7")]
    [InlineData(null, "leave", null)]
    [InlineData("javascript:alert(1)", "leave", null)]
    public void A_reference_leads_to_its_heading(string? url, string? anchor, string? expected) =>
        Passages.UrlOf(AHit(0) with { Url = url, Anchor = anchor }).ShouldBe(expected);

    [Fact]
    public void A_passage_found_twice_is_one_passage() =>
        Passages.From([AHit(0), AHit(1), AHit(0)]).Select(passage => passage.Number).ShouldBe([1, 2]);

    [Fact]
    public void The_best_passages_fill_the_budget_and_the_first_is_always_shown()
    {
        var passages = Passages.From([AHit(0), AHit(1), AHit(2)]);

        Passages.Within(passages, text => text.Length, budget: 9).Count.ShouldBe(2);
        Passages.Within(passages, text => text.Length, budget: 1).Count.ShouldBe(1);
    }

    private static Hit AHit(int chunk) => new("leave", "年假", [], "四个字符", 1) { ChunkNumber = chunk };
}
