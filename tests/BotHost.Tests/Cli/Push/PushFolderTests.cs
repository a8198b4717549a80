using Microsoft.Extensions.FileSystemGlobbing;
using Wenlu.BotHost.Cli.Push;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Cli.Push;

public sealed class PushFolderTests
{
    [Theory]
    [InlineData("guide/a.md", "", "", true)]
    [InlineData("guide/a.md", "*.md", "", true)]
    [InlineData("guide/a.md", "guide/", "", true)]
    [InlineData("guide/deep/a.md", "guide/**", "", true)]
    [InlineData("guide/deep/a.md", "guide/*.md", "", false)]
    [InlineData("other/a.md", "guide/**", "", false)]
    [InlineData("guide/a.md", "", "a.md", false)]
    [InlineData("guide/a.md", "", "guide/", false)]
    [InlineData("x/drafts/a.md", "", "drafts/", false)]
    [InlineData("drafts.md", "", "drafts/", true)]
    [InlineData("guide/a.md", "guide/** other/**", "**/b.md", true)]
    public void Patterns_mean_what_people_mean(string path, string include, string exclude, bool wanted) =>
        PushFolder.Filter(Split(include), Split(exclude)).Match(path).HasMatches.ShouldBe(wanted);

    [Fact]
    public void Only_what_can_be_a_document_is_seen_and_nothing_that_is_hidden()
    {
        using var folder = new TempFolder();
        foreach (var name in (string[])["b.md", "a/x.HTML", "a/y.docx", "a/z.pdf", "picture.png", "glossary.csv", "a/glossary.csv", ".git/c.md", ".d.md"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, name))!);
            File.WriteAllText(Path.Combine(folder.Path, name), "x");
        }

        var read = PushFolder.Read(folder.Path, [], ["*.pdf"]);

        read.All.ShouldBe(["a/x.HTML", "a/y.docx", "a/z.pdf", "b.md", "glossary.csv"]);
        read.Wanted.ShouldBe(["a/x.HTML", "a/y.docx", "b.md", "glossary.csv"]);
    }

    private static string[] Split(string patterns) => patterns.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
