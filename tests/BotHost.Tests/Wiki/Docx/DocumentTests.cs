using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Tests.Cards;
using Wenlu.BotHost.Wiki.Docx;
using Wenlu.Retrieval.Chunking;
using Wenlu.StandIns.Feishu.Wiki;

namespace Wenlu.BotHost.Tests.Wiki.Docx;

/// <summary>Whole documents, compared with their approved Markdown.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void A_handbook_as_the_platform_lists_it()
    {
        var response = JsonSerializer.Deserialize(File.ReadAllText(Beside("handbook.json")), DocxJson.Default.FeishuResponseDocxBlockPage)!;

        var document = DocxDocument.Convert(response.Data!.Items!, new DocxReferences
        {
            Users = new Dictionary<string, string> { ["ou_0000000000000000000000000000bbbb"] = "小明" },
        });

        document.Title.ShouldBe("员工手册");
        document.Skipped.ShouldBeEmpty();
        Approve.Markdown(document.Markdown, "Handbook");
    }

    [Fact]
    public void Every_kind_of_block()
    {
        var generator = new DocumentGenerator(20);

        var document = Converted.Of(generator, generator.WithEveryBlock(3));

        Approve.Markdown(
            $"{document.Markdown}\n## Skipped\n\n{string.Concat(document.Skipped.Select(skipped => $"- {skipped.Type}: {skipped.Reason}\n"))}", "EveryBlock");
    }

    [Fact]
    public void Members_that_are_missing_null_or_not_known_do_no_harm()
    {
        const string Items = """
            [{"block_id":"p","block_type":1,"children":["a","b","c",null,"nowhere"],"page":{}},
             {"block_id":"a","block_type":2,"parent_id":"p","text":{"style":{}},"comment_ids":["1"]},
             {"block_id":"b","block_type":2,"parent_id":"p","text":{"elements":[null,{"undefined":{}},{"novelty":{"a":[1]}},{"text_run":{"content":"还在"}}]}},
             {"block_id":"c","block_type":13,"parent_id":"p","ordered":{"elements":[{"text_run":{"content":"第七"}}],"style":{"sequence":7,"align":"left"}}},
             {"block_id":"d","block_type":1234,"novelty":{}}, {"block_type":2}, {"block_id":"e","block_type":31}]
            """;

        var document = DocxDocument.Convert(Converted.Blocks(JsonNode.Parse(Items)!), DocxReferences.None);

        Converted.WithoutMarks(document.Markdown).ShouldBe("还在\n\n7. 第七");
        document.Skipped.ShouldBe([new SkippedBlock("d", (BlockType)1234, SkipReason.Unknown)]);
    }

    [Fact]
    public void A_change_in_one_section_leaves_the_others_as_they_were()
    {
        var generator = new DocumentGenerator(7);
        foreach (var number in Enumerable.Range(0, 20))
        {
            var before = generator.Document(number);
            var edited = before.Edited(1, "这一节改写过了，长短也不一样。");

            var (old, now) = (SectionsOf(Converted.Of(generator, before)), SectionsOf(Converted.Of(generator, edited)));

            now.Keys.ShouldBe(old.Keys);
            old.Keys.Where(id => old[id] != now[id]).ShouldBe([before.Sections[1].HeadingId]);
        }
    }

    [Fact]
    public void A_change_in_a_long_text_without_headings_changes_few_of_its_passages()
    {
        var paragraphs = Enumerable.Range(0, 400).Select(at => Draft.Text($"第 {at} 段。{new string('字', 60)}")).ToArray();
        Draft[] edited = [.. paragraphs[..200], Draft.Text($"新的一段。{new string('新', 300)}"), .. paragraphs[201..]];

        var (before, after) = (TextsOf(Converted.Of(paragraphs)), TextsOf(Converted.Of(edited)));

        after.Except(before).Count().ShouldBeLessThanOrEqualTo(6);
        before.Length.ShouldBeGreaterThan(35);
    }

    private static string[] TextsOf(ConvertedDocument document) => [.. MarkdownChunker.Cut(document.Title, document.Markdown).Select(chunk => chunk.Text)];

    private static Dictionary<string, string> SectionsOf(ConvertedDocument document) => MarkdownChunker.Cut(document.Title, document.Markdown)
        .GroupBy(chunk => chunk.Anchor!).ToDictionary(section => section.Key, section => string.Join("\n\n", section.Select(chunk => chunk.Text)));

    private static string Beside(string name, [CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, name);
}
