using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Tests.Knowledge;

/// <summary>Whatever JSON can say, the file with front matter says as well.</summary>
public sealed class FileFormatTests
{
    [Property(MaxTest = 300)]
    public void A_document_survives_being_written_as_a_file(string title, string markdown, string tag) => Survives("t" + title, markdown, "g" + tag);

    [Theory]
    [InlineData("表情 😀 与 \"引号\" \\ : # - 'x'", "---\nno: fence\n---\n", "👍")]
    [InlineData("null", "\uFEFF\r\n...\n", "~")]
    [InlineData("- a: [b", "", "true")]
    public void So_does_one_that_looks_like_YAML(string title, string markdown, string tag) => Survives(title, markdown, tag);

    private static void Survives(string title, string markdown, string tag)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new { title, markdown = markdown ?? "", tags = new[] { tag }, url = "/a", updatedAt = "2026-05-01" });
        if (SubmissionReader.ReadJson(json, "id", Audience.Tenant) is not Submission.Accepted { Document: var document })
            return;

        var file = MarkdownFile.Write(new StoredDocument(document, 1, document.ContentHash(), 1));
        var read = SubmissionReader.ReadMarkdown(Encoding.UTF8.GetBytes(file), "id", Audience.Everyone);

        read.ShouldBeOfType<Submission.Accepted>().Document.ContentHash().ShouldBe(document.ContentHash());
    }
}
