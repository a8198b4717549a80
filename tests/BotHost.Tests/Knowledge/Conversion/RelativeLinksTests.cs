using FsCheck.Xunit;
using Wenlu.BotHost.Knowledge.Conversion;

namespace Wenlu.BotHost.Tests.Knowledge.Conversion;

public sealed class RelativeLinksTests
{
    private static readonly Dictionary<string, string> Addresses = new()
    {
        ["guide/leave.md"] = "/documents/guide:leave",
        ["guide/a b.md"] = "https://example.com/x_(y)",
        ["guide/sub/README.md"] = "/documents/sub",
        ["index.html"] = "/documents/index.html",
        ["年假.md"] = "/documents/nj",
    };

    private static readonly LinkTargets Targets = new(Addresses.GetValueOrDefault);

    [Theory]
    [InlineData("leave.md", "/documents/guide:leave")]
    [InlineData("./leave.md#annual", "/documents/guide:leave#annual")]
    [InlineData("leave", "/documents/guide:leave")]
    [InlineData("sub/", "/documents/sub")]
    [InlineData("../guide/./leave.md?plain=1", "/documents/guide:leave")]
    [InlineData("/guide/leave.md", "/documents/guide:leave")]
    [InlineData("a%20b.md", "https://example.com/x_(y)")]
    [InlineData("../%E5%B9%B4%E5%81%87.md", "/documents/nj")]
    [InlineData("../index.html", "/documents/index.html")]
    [InlineData("../../guide/leave.md", null)]
    [InlineData("missing.md", null)]
    [InlineData("#here", null)]
    [InlineData("//host/leave.md", null)]
    [InlineData("https://example.com/leave.md", null)]
    [InlineData("mailto:leave.md", null)]
    public void A_link_is_followed_from_the_file_that_has_it(string link, string? address) => Targets.AddressOf("guide/now.md", link).ShouldBe(address);

    [Theory]
    [InlineData("见[年假](leave.md)。", "见[年假](/documents/guide:leave)。")]
    [InlineData("[a](<a b.md> \"t\")", "[a](<https://example.com/x_(y)> \"t\")")]
    [InlineData("[a](a%20b.md)", "[a](<https://example.com/x_(y)>)")]
    [InlineData("[a][r]\n\n[r]: leave.md#x 'y'\n", "[a][r]\n\n[r]: /documents/guide:leave#x 'y'\n")]
    [InlineData("`[a](leave.md)`\n\n    [a](leave.md)\n", "`[a](leave.md)`\n\n    [a](leave.md)\n")]
    [InlineData("前 ![流程 **图**](img/a.png) 后", "前 流程 **图** 后")]
    [InlineData("![](img/a.png)", "")]
    [InlineData("![远](https://example.com/a.png)", "![远](https://example.com/a.png)")]
    [InlineData("[![图](a.png)](leave.md)", "[图](/documents/guide:leave)")]
    [InlineData("- > [深](leave.md)\n\n| a |\n|---|\n| [表](leave.md) |\n", "- > [深](/documents/guide:leave)\n\n| a |\n|---|\n| [表](/documents/guide:leave) |\n")]
    [InlineData("[走](missing.md)", "[走](missing.md)")]
    public void Links_between_files_are_rewritten_and_relative_pictures_leave_their_words(string markdown, string expected) =>
        RelativeLinks.Resolve(markdown, link => Targets.AddressOf("guide/now.md", link)).ShouldBe(expected);

    [Property(MaxTest = 300)]
    public void A_text_with_no_link_to_a_file_stays_as_it_was(string? before, string? after)
    {
        var text = $"{before}[a](https://example.com/){after}".Replace("!", "", StringComparison.Ordinal);

        RelativeLinks.Resolve(text, _ => null).ShouldBe(text);
    }
}
