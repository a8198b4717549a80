using Wenlu.BotHost.Wiki.Docx;

namespace Wenlu.BotHost.Tests.Wiki.Docx;

public sealed class TextTests
{
    private static readonly TextElementStyle Bold = new(Bold: true);

    [Theory]
    [InlineData("# 不是标题", @"\# 不是标题")]
    [InlineData("#话题", "#话题")]
    [InlineData("1. 不是列表", @"1\. 不是列表")]
    [InlineData("2024) 年", @"2024\) 年")]
    [InlineData("- 不是列表", @"\- 不是列表")]
    [InlineData("> 不是引用", @"\> 不是引用")]
    [InlineData("a | b", "a | b")]
    [InlineData("| a |", @"\| a |")]
    [InlineData("| a |\n| - |", "\\| a \\|\n\\| - \\|")]
    [InlineData("a | b\n--- | ---", "a \\| b\n--- \\| ---")]
    [InlineData("标题\n===", "标题\n\\===")]
    [InlineData("---", @"\---")]
    [InlineData("<at id=all></at>", @"\<at id=all>\</at>")]
    [InlineData("```sh", @"\`\`\`sh")]
    [InlineData("~~~", @"\~\~\~")]
    [InlineData("见 {#x}", @"见 \{#x}")]
    [InlineData("[x](y) ![z]", @"\[x](y) !\[z]")]
    [InlineData("[#b1]: #b1", @"\[#b1]: #b1")]
    [InlineData("2 * 3 *重点*", @"2 * 3 \*重点\*")]
    [InlineData("snake_case __init__", @"snake_case \_\_init\_\_")]
    [InlineData(@"C:\path \* \", @"C:\path \\\* \\")]
    [InlineData("AT&T &amp; a&b", @"AT&T \&amp; a\&b")]
    [InlineData("a < b > c", "a < b > c")]
    [InlineData("\u3000\u3000缩进的\n    代码\n\n空行", "缩进的\n代码\n空行")]
    public void Text_stays_text(string text, string markdown) => Converted.Text(Draft.Text(text)).ShouldBe(markdown);

    [Fact]
    public void Emphasis_ends_where_markdown_sees_it_end() => Converted.Text(Draft.Text([
        Draft.Run("请看"), Draft.Run("重要：", Bold), Draft.Run("内容"), Draft.Run(" 斜体 ", new(Italic: true)), Draft.Run("删", new(Strikethrough: true)), Draft.Run("粗", Bold), Draft.Run("完")]))
        .ShouldBe("请看**重要**：内容 *斜体* ~~删~~粗完");

    [Fact]
    public void A_whole_line_is_emphasised_with_its_marks() => Converted.Text(Draft.Text([Draft.Run("（一）总", Bold), Draft.Run("则！", Bold)])).ShouldBe("**（一）总则！**");

    [Theory]
    [InlineData("https%3A%2F%2Fexample.com%2F%E5%88%B6%E5%BA%A6%3Fa%3D1%2520b", "[词](https://example.com/制度?a=1%20b)")]
    [InlineData("https://example.com/a%20b", "[词](https://example.com/a%20b)")]
    [InlineData("https%3A%2F%2Fexample.com%2F(a)%20%5D", "[词](https://example.com/%28a%29%20%5D)")]
    [InlineData("javascript%3Aalert(1)", "词")]
    [InlineData("%2Frelative", "词")]
    [InlineData("", "词")]
    public void Addresses_are_decoded_once(string url, string markdown) =>
        Converted.Text(Draft.Text([Draft.Run("词", new(Bold: true, Link: new TextLink(url)))])).ShouldBe(markdown == "词" ? "**词**" : markdown);

    [Fact]
    public void Words_of_links_and_code_keep_their_own_marks() => Converted.Text(Draft.Text([
        Draft.Run("看!"), Draft.Run("a]b|c", new(Link: new("https%3A%2F%2Fe.com"))), Draft.Run(" "), Draft.Run("x`y", new(InlineCode: true)), Draft.Run("`", new(InlineCode: true, Bold: true))]))
        .ShouldBe(@"看\![a\]b|c](https://e.com) `` x`y` ``");

    [Fact]
    public void People_documents_dates_and_formulas_are_named() => DocxDocument.Convert(
        Draft.Document(Draft.Text([
            new() { MentionUser = new("ou_1") }, Draft.Run(" "), new() { MentionUser = new("ou_2") }, Draft.Run(" "),
            new() { MentionDoc = new("t", "https%3A%2F%2Fe.com%2Fwiki%2Ft", "考勤") }, Draft.Run(" "), new() { MentionDoc = new("t", null, "旧文") }, Draft.Run(" "),
            new() { Reminder = new(true, "1772294400000") }, Draft.Run(" "), new() { Reminder = new(false, "1772294400000") }, Draft.Run(" "),
            new() { Equation = new("a_1 * b_2") }])),
        new DocxReferences { Users = new Dictionary<string, string> { ["ou_1"] = "小*明" } })
        .Markdown.ShouldEndWith("@小\\*明 @… [考勤](https://e.com/wiki/t) 旧文 2026-03-01 2026-03-01 00:00 $`a_1 * b_2`$\n");

    [Fact]
    public void Files_and_blocks_in_a_line_are_named_where_they_stand()
    {
        DocxBlock[] blocks = [
            new("p", BlockType.Page, "", ["a", "v"]),
            new("a", BlockType.Text, "p") { Text = new TextBody([new() { File = new("t", "f") }, Draft.Run(" 与 "), new() { InlineBlock = new("i") }]) },
            new("v", BlockType.View, "p", ["f"]), new("f", BlockType.File, "v") { File = new FileContent("附件.pdf", "t") },
            new("i", BlockType.Text, "p") { Text = new TextBody([Draft.Run("行内"), new() { InlineBlock = new("i") }]) }];

        Converted.WithoutMarks(DocxDocument.Convert(blocks, DocxReferences.None).Markdown).ShouldBe("附件.pdf 与 行内\n\n附件.pdf");
    }

    [Fact]
    public void Code_is_fenced_by_more_than_it_holds() =>
        Converted.Text(Draft.Code("a\r\n````\nb\n", 8), Draft.Code(" "), Draft.Code("x", 900)).ShouldBe("`````csharp\na\n````\nb\n`````\n\n```\nx\n```");

    [Theory]
    [InlineData(1, "")]
    [InlineData(7, "bash")]
    [InlineData(9, "cpp")]
    [InlineData(22, "go")]
    [InlineData(28, "json")]
    [InlineData(49, "python")]
    [InlineData(56, "sql")]
    [InlineData(63, "typescript")]
    [InlineData(67, "yaml")]
    [InlineData(75, "toml")]
    [InlineData(76, "")]
    public void Code_names_its_language(int number, string name) => Converted.Text(Draft.Code("x", number)).ShouldBe($"```{name}\nx\n```");

    [Fact]
    public void Callouts_and_quotes_keep_everything_in_them() => Converted.Text(
        Draft.Callout("bulb", Draft.Text("一"), Draft.Bullet("二")), Draft.Callout("some_thing", Draft.Bullet("三")), Draft.Callout(null, Draft.Heading(1, "四")), Draft.Callout("bulb"),
        Draft.Holder(BlockType.QuoteContainer, Draft.Text("五"), Draft.Text("六")))
        .ShouldBe("> 💡 一\n>\n> - 二\n\n> :some-thing:\n>\n> - 三\n\n> **四**\n\n> 五\n>\n> 六");

    [Fact]
    public void Pictures_are_their_captions() => Converted.Text(Draft.Image("流程*图*\n第二行"), Draft.Image(null), Draft.Image(" ")).ShouldBe("流程\\*图\\*\n第二行");
}
