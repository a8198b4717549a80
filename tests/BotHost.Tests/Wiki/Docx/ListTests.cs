using Wenlu.BotHost.Wiki.Docx;

namespace Wenlu.BotHost.Tests.Wiki.Docx;

public sealed class ListTests
{
    [Fact]
    public void Items_are_numbered_as_people_see_them() => Converted.Text(
        Draft.Ordered("1", "一"), Draft.Ordered("auto", "二"), Draft.Text("插一段"), Draft.Ordered("auto", "三"), Draft.Ordered("7", "七"), Draft.Ordered("auto", "八"))
        .ShouldBe("1. 一\n2. 二\n\n插一段\n\n3. 三\n7) 七\n8) 八");

    [Fact]
    public void A_list_that_begins_anew_below_another_is_another_list() =>
        Converted.Text(Draft.Ordered("1", "一"), Draft.Text(""), Draft.Ordered("1", "甲"), Draft.Ordered("auto", "乙")).ShouldBe("1. 一\n1) 甲\n2) 乙");

    [Fact]
    public void Old_items_without_a_number_count_from_one_where_they_begin() =>
        Converted.Text(Draft.Ordered(null, "一"), Draft.Ordered(null, "二"), Draft.Text("然后"), Draft.Ordered(null, "一")).ShouldBe("1. 一\n2. 二\n\n然后\n\n1. 一");

    [Theory]
    [InlineData("a")]
    [InlineData("-3")]
    [InlineData("99999999999999")]
    public void A_number_that_is_none_is_the_next_one(string sequence) => Converted.Text(Draft.Ordered(sequence, "项")).ShouldBe("1. 项");

    [Fact]
    public void Whatever_is_under_an_item_stays_under_it() => Converted.Text(
        Draft.Bullet("外", Draft.Ordered("1", "内", Draft.Code("a\n\nb", 7)), Draft.Text("说明"), Draft.Heading(2, "小标题")), Draft.Todo(true, "做完"), Draft.Todo(false, "没做"))
        .ShouldBe("- 外\n  1. 内\n\n     ```bash\n     a\n\n     b\n     ```\n\n  说明\n\n  **小标题**\n- [x] 做完\n- [ ] 没做");

    [Fact]
    public void An_item_without_text_is_its_children_and_nothing_without_any() =>
        Converted.Text(Draft.Bullet("", Draft.Bullet("内")), Draft.Bullet(" ")).ShouldBe("- - 内");

    [Fact]
    public void A_list_nested_without_end_keeps_every_word()
    {
        var deep = Draft.Bullet("最里");
        for (var level = 0; level < 3_000; level++)
            deep = Draft.Bullet($"层{level}", deep);

        var markdown = Converted.Text(deep);

        markdown.ShouldContain("最里");
        markdown.Split('\n').Length.ShouldBe(3_001);
        markdown.Split('\n').ShouldAllBe(line => line.Length < 60);
    }

    [Fact]
    public void Blocks_that_contain_each_other_are_met_once()
    {
        DocxBlock Block(string id, params string[] children) => new(id, BlockType.Text, "", children) { Text = new TextBody([Draft.Run(id)]) };

        var document = DocxDocument.Convert(
            [new("p", BlockType.Page, "", ["a", "a"]), Block("a", "b", "p"), Block("b", "a", "b"), Block("x", "y"), Block("y", "x"), Block("lost")], DocxReferences.None);

        Converted.WithoutMarks(document.Markdown).ShouldBe("a\n\nb\n\nlost\n\nx\n\ny");
    }
}
