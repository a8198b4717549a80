using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Tests.Cards;

public sealed class CardPartsTests
{
    [Fact]
    public void A_text_is_cut_between_paragraphs() =>
        Split("一一一一一一\n\n二二二二二二\n\n三三三三三三", room: 14).ShouldBe(["一一一一一一\n\n二二二二二二", "三三三三三三"]);

    [Fact]
    public void A_heading_goes_with_what_follows_it() =>
        Split("一一一一一一\n\n## 二\n\n三三三三三三", room: 14).ShouldBe(["一一一一一一", "## 二\n\n三三三三三三"]);

    [Fact]
    public void A_table_is_not_torn()
    {
        const string table = "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |";

        Split($"一一一一一一\n\n{table}", room: table.Length + 2).ShouldBe(["一一一一一一", table]);
    }

    [Fact]
    public void A_table_that_no_card_holds_is_cut_between_its_rows_as_a_list() =>
        Split("| 甲 | 乙 |\n|---|---|\n| 11 | 22 |\n| 33 | 44 |", room: 24).ShouldBe(["**甲 · 乙**\n- **11**：22", "- **33**：44"]);

    [Fact]
    public void Code_is_closed_and_opened_again_with_its_language() =>
        Split("```python\nfirst()\nsecond()\nthird()\n```", room: 32).ShouldBe(["```python\nfirst()\nsecond()\n```", "```python\nthird()\n```"]);

    [Fact]
    public void A_list_is_cut_between_its_outer_items() =>
        Split("1. 一\n   - 甲\n2. 二\n   - 乙\n3. 三", room: 20).ShouldBe(["1. 一\n   - 甲", "2. 二\n   - 乙\n3. 三"]);

    [Fact]
    public void A_paragraph_that_no_card_holds_is_cut_between_sentences() =>
        Split("年假十天。病假三十天。婚假三天。", room: 12).ShouldBe(["年假十天。病假三十天。", "婚假三天。"]);

    [Fact]
    public void A_paragraph_that_no_card_holds_fills_the_card_it_begins_on() =>
        Split("一一。\n\n年假十天。病假三十天。婚假三天。", room: 12).ShouldBe(["一一。\n\n年假十天。", "病假三十天。婚假三天。"]);

    [Fact]
    public void Beyond_the_last_card_the_text_ends_with_a_note()
    {
        var parts = Split(string.Join("\n\n", Enumerable.Repeat("一一一一一一一一一", 20)), room: 12);

        parts.Count.ShouldBe(CardParts.Most);
        parts[^1].ShouldEndWith("…");
    }

    private static IReadOnlyList<string> Split(string markdown, int room) =>
        CardParts.Split(markdown, part => part.Length <= room, part => part.Length <= room, "…");
}
