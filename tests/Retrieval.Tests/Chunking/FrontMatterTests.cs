using Wenlu.Retrieval.Chunking;

namespace Wenlu.Retrieval.Tests.Chunking;

public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("---\ntitle: 年假\ntags: [假期, 人事]\n---\n\n正文")]
    [InlineData("---\r\ntitle: 年假\r\ntags:\r\n  - 假期\r\n# 注释\r\n---\r\n正文")]
    public void Front_matter_is_never_text(string markdown)
    {
        var chunk = MarkdownChunker.Cut("", markdown).ShouldHaveSingleItem();

        chunk.Text.ShouldBe("正文");
        chunk.Headings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("---\n年假十天，病假另算。\n---\n正文")]
    [InlineData("---\n---\n正文")]
    [InlineData("---\ntitle: 没有结束")]
    [InlineData("正文\n\n---\ntitle: 不在开头\n---\n下文")]
    public void Text_between_rules_stays(string markdown) =>
        string.Concat(MarkdownChunker.Cut("", markdown).SelectMany(chunk => chunk.Headings.Append(chunk.Text))).Where(char.IsLetterOrDigit)
            .ShouldBe(markdown.Where(char.IsLetterOrDigit));

    [Fact]
    public void What_a_page_shows_as_a_heading_keeps_its_anchor()
    {
        const string markdown = "---\ntitle: a\n---\n\n## title: a\n正文";

        DocumentAnchors.Of(markdown).ShouldBe(["title-a", "title-a-1"]);
        MarkdownChunker.Cut("", markdown).ShouldHaveSingleItem().Anchor.ShouldBe("title-a-1");
    }
}
