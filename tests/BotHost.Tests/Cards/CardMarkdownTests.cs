using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Tests.Cards;

public sealed class CardMarkdownTests
{
    private const string Table = "| 编号 | 说明 |\n|---|---|\n| x[1] | &#60;b>&#60;at id=all> |";

    [Theory]
    [InlineData("[手册](/documents/leave)", "手册")]
    [InlineData("[手册](documents/leave.md)", "手册")]
    [InlineData("[手册](mailto:hr@example.com)", "手册")]
    [InlineData("![图](/a.png)", "图")]
    [InlineData("[[手册](/documents/leave)](https://example.com/a)", "[手册](https://example.com/a)")]
    [InlineData("[手册](https://example.com/a)", "[手册](https://example.com/a)")]
    [InlineData("`[手册](/documents/leave)`", "`[手册](/documents/leave)`")]
    public void What_a_click_cannot_open_is_plain_text(string markdown, string shown) => CardMarkdown.Of(markdown, []).ShouldBe(shown);

    [Fact]
    public void A_table_that_becomes_code_keeps_its_citations_and_characters_as_they_were_written()
    {
        var shown = CardMarkdown.Of(string.Join("\n\n", Enumerable.Repeat(Table, 4)), [Source]);

        var code = shown[shown.IndexOf("```", StringComparison.Ordinal)..];
        code.ShouldBe("```\n| 编号 | 说明 |\n|---|---|\n| x[1] | <b><a\u2060t id=all> |\n```");
        shown[..^code.Length].Split("<number_tag").Length.ShouldBe(4, "the three tables before it have their badges");
    }

    private static Reference Source => new(1, "leave", "员工手册", [], "年假十天。", "https://example.com/leave", DateTimeOffset.UnixEpoch);
}
