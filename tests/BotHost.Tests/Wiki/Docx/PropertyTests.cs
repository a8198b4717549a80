using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Wenlu.BotHost.Wiki.Docx;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.BotHost.Tests.Wiki.Docx;

/// <summary>What holds for every tree of blocks, whatever is written in it.</summary>
public sealed class PropertyTests
{
    private static readonly MarkdownPipeline Site = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).DisableHtml().Build();

    [Property(MaxTest = 1_000)]
    public Property A_paragraph_is_one_paragraph_that_reads_as_it_was_written() => Prop.ForAll(Lines(), runs =>
    {
        var written = string.Concat(runs.Select(run => run.TextRun!.Content));
        var markdown = Converted.Text(Draft.Text(runs));

        var blocks = Markdown.Parse(markdown, Site).ToArray();

        if (string.IsNullOrWhiteSpace(written))
            markdown.ShouldBeEmpty();
        else
            Read(blocks.ShouldHaveSingleItem().ShouldBeOfType<ParagraphBlock>(markdown).Inline!).ShouldBe(Words(written), markdown);
    });

    [Property(MaxTest = 300)]
    public Property A_cell_is_one_cell_that_reads_as_it_was_written() => Prop.ForAll(Lines(), runs =>
    {
        var written = string.Concat(runs.Select(run => run.TextRun!.Content));
        var markdown = Converted.Text(Draft.Table(2, [Draft.Cell("头"), Draft.Cell("尾"), Draft.Cell(Draft.Text(runs)), Draft.Cell("末")]));

        var table = Markdown.Parse(markdown, Site).ShouldHaveSingleItem().ShouldBeOfType<Markdig.Extensions.Tables.Table>(markdown);
        var row = table[1].ShouldBeOfType<Markdig.Extensions.Tables.TableRow>();

        row.Count.ShouldBe(2, markdown);
        Read(row[0].Descendants<ParagraphBlock>().FirstOrDefault()?.Inline).ShouldBe(Words(written), markdown);
    });

    [Property(MaxTest = 300)]
    public Property A_heading_is_one_heading_that_reads_as_it_was_written() => Prop.ForAll(Lines(), runs =>
    {
        var written = string.Concat(runs.Select(run => run.TextRun!.Content));
        var markdown = Converted.Of(Draft.Of(BlockType.Heading2, runs), Draft.Text("正文")).Markdown;

        var chunk = MarkdownChunker.Cut("", markdown).ShouldHaveSingleItem(markdown);

        chunk.ShouldSatisfyAllConditions(
            () => chunk.Text.ShouldBe("正文"),
            () => chunk.Anchor.ShouldBe(string.IsNullOrWhiteSpace(written) ? "b2" : "b1", markdown),
            () => (written.Length > 60 ? "" : Words(string.Concat(chunk.Headings))).ShouldBe(written.Length > 60 ? "" : Words(written), markdown));
    });

    [Property(MaxTest = 200)]
    public Property No_word_is_lost_and_headings_are_their_blocks() => Prop.ForAll(Documents(), drafts =>
    {
        var blocks = Draft.Document([.. drafts]);
        var document = DocxDocument.Convert(blocks, DocxReferences.None);

        foreach (var word in blocks.SelectMany(WordsIn))
            document.Markdown.ShouldContain(word, Case.Sensitive, document.Markdown);
        var headings = blocks.Where(block => block.BlockType is >= BlockType.Heading1 and <= BlockType.Heading9).Select(block => block.BlockId).ToArray();
        var anchors = DocumentAnchors.Of(document.Markdown);
        anchors.ShouldBe(headings.Where(anchors.Contains), document.Markdown);
        drafts.Zip(Tops(blocks)).Where(top => IsHeading(top.First.Type)).ShouldAllBe(top => anchors.Contains(top.Second), document.Markdown);
    });

    [Property(MaxTest = 200)]
    public Property Every_passage_opens_at_a_block_before_it() => Prop.ForAll(Documents(), drafts =>
    {
        var blocks = Draft.Document([.. drafts]);
        var document = DocxDocument.Convert(blocks, DocxReferences.None);
        var order = blocks.Select((block, at) => (block.BlockId, at)).ToDictionary();
        var passages = MarkdownChunker.Cut(document.Title, document.Markdown);

        passages.ShouldAllBe(passage => passage.Anchor != null && order.ContainsKey(passage.Anchor), document.Markdown);
        passages.Select(passage => order[passage.Anchor!]).ShouldBeInOrder();
        foreach (var block in blocks)
            foreach (var word in WordsIn(block))
                passages.Any(passage => passage.Text.Contains(word) || passage.Headings.Any(heading => heading.Contains(word))).ShouldBeTrue($"{word} in\n{document.Markdown}");
    });

    private static bool IsHeading(BlockType type) => type is >= BlockType.Heading1 and <= BlockType.Heading9;

    private static IEnumerable<string> Tops(IReadOnlyList<DocxBlock> blocks) => blocks[0].Children ?? [];

    private static IEnumerable<string> WordsIn(DocxBlock block) =>
        (block.Body?.Parts ?? []).SelectMany(part => part.TextRun!.Content!.Split('¦')).Where(part => part.StartsWith('w'));

    private static string Words(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static string Read(ContainerInline? inline) => Words(string.Concat((inline?.Descendants() ?? []).Select(part => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline auto => auto.Url,
        HtmlEntityInline entity => $"ENTITY {entity.Transcoded}",
        LineBreakInline or EmphasisInline => "",
        LinkInline { IsImage: false } => "",
        _ => $"ACCIDENT {part.GetType().Name}",
    })));

    /// <summary>Texts that look like every construct there is, in every style.</summary>
    private static Arbitrary<TextElement[]> Lines() => Arb.From(
        Gen.Elements("*", "**", "_", "__", "`", "```", "~", "~~", "[", "]", "](x)", "!", "<", "<b>", "<!--", "</", ">", "#", "##", "- ", "-", "---", "+ ", "1. ", "2) ", "=", "==",
                "|", "| - |", "|-|-|", ":-:", "\\", "&", "&amp;", "&#35;", "{#x}", "{", "}", "$", "(", ")", "：", "。", "，", "「", "a", "b1", "汉", "字", "é", "😀", " ", "  ", "\t", "\n", "\n\n", "http", "://", ".com")
            .NonEmptyListOf().Select(parts => string.Concat(parts.Take(8)))
            .SelectMany(text => Style().Select(style => Draft.Run(text, style)))
            .NonEmptyListOf().Select(runs => runs.Take(5).ToArray()));

    private static Gen<TextElementStyle?> Style() => Gen.Frequency(
        (4, Gen.Constant<TextElementStyle?>(null)), (3, Gen.Constant<TextElementStyle?>(new(Bold: true))), (2, Gen.Constant<TextElementStyle?>(new(Italic: true))),
        (1, Gen.Constant<TextElementStyle?>(new(Bold: true, Italic: true))), (2, Gen.Constant<TextElementStyle?>(new(Strikethrough: true))),
        (1, Gen.Constant<TextElementStyle?>(new(InlineCode: true))), (1, Gen.Constant<TextElementStyle?>(new(Link: new("https%3A%2F%2Fe.com%2F(a)_b")))));

    private static Arbitrary<IReadOnlyList<Draft>> Documents() => Arb.From(
        Gen.Choose(1, 25).SelectMany(size => Trees(3).ListOf(size)).Select(drafts => (IReadOnlyList<Draft>)[.. drafts]));

    private static Gen<Draft> Trees(int depth)
    {
        var text = Gen.Choose(0, int.MaxValue).SelectMany(word => Gen.Elements("", "# ", "- ", "1. ", "*", "`", "{#x} ", "<at id=all>", "---\n", "| a |\n| - |\n", "> ", "\n\n")
            .SelectMany(before => Gen.Elements("", "*", "`", "。", " #", " {#y}", "\n===").Select(after => $"{before}¦w{word}¦{after}")));
        var children = depth == 0 ? Gen.Constant<Draft[]>([]) : Gen.Choose(0, 3).SelectMany(count => Trees(depth - 1).ListOf(count)).Select(list => list.ToArray());
        return Gen.Choose(0, 11).SelectMany(kind => text.SelectMany(words => children.Select(below => Tree(kind, words, below))));
    }

    private static Draft Tree(int kind, string text, Draft[] below) => kind switch
    {
        0 or 1 => Draft.Heading(text.Length % 9 + 1, text, below),
        2 => Draft.Bullet(text, below),
        3 => Draft.Ordered("auto", text, below),
        4 => Draft.Of(BlockType.Todo, [Draft.Run(text)], null, below),
        5 => Draft.Of(BlockType.Quote, [Draft.Run(text)], null, below),
        6 => Draft.Callout("bulb", below),
        7 => Draft.Table(2, [Draft.Cell(text), Draft.Cell(below), Draft.Cell(below), Draft.Cell()], [new(2, 1), null, null, null]),
        8 => Draft.Holder(BlockType.Grid, Draft.Holder(BlockType.GridColumn, below), Draft.Holder(BlockType.GridColumn, below)),
        9 => Draft.Code(text),
        10 => Draft.Of(BlockType.Equation, [Draft.Run(text)], null, below),
        _ => Draft.Text(text, below),
    };
}
