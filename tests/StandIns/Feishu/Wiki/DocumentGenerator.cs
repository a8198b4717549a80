using System.Globalization;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>
/// Any number of documents such as people write, the same ones for the same seed: sections with a code that is found nowhere
/// else, and blocks of all kinds. A document may show a synced block of the one before it.
/// </summary>
public sealed class DocumentGenerator(int seed = 1)
{
    private const string Host = "https://example.feishu.cn";

    /// <summary>The people that documents mention.</summary>
    public static readonly IReadOnlyDictionary<string, string> Users = new Dictionary<string, string>
    {
        ["ou_0000000000000000000000000000d001"] = "王小明",
        ["ou_0000000000000000000000000000d002"] = "李雷",
        ["ou_0000000000000000000000000000d003"] = "Han Mei",
    };

    public GeneratedDocument Document(int number)
    {
        var random = new Random(HashOf(number));
        var blocks = new BlockFactory(random);
        var writing = new Writing(random);
        var title = $"{writing.Subject()}手册 {number}";
        var page = BlockFactory.Page(DocumentId(number), title).With(blocks.Text(BlockFactory.Run(writing.Paragraph())));
        var sections = Enumerable.Range(1, random.Next(2, 7)).Select(at => AddSection(page, blocks, writing, random, number, at)).ToArray();
        if (number % 3 == 0)
            page.With(SyncedSource(number, blocks, writing));
        return new GeneratedDocument(DocumentId(number), title, new JsonArray([.. page.List()]), sections);
    }

    /// <summary>One document with a block of every kind that the generator knows, headings of all nine levels among them.</summary>
    public GeneratedDocument WithEveryBlock(int number)
    {
        var random = new Random(HashOf(number));
        var blocks = new BlockFactory(random);
        var writing = new Writing(random);
        var page = BlockFactory.Page(DocumentId(number), "各种内容块");
        for (var level = 1; level <= 9; level++)
            page.With(blocks.Heading(level, $"{level} 级标题"), blocks.Text(BlockFactory.Run(writing.Sentence())));
        page.With(new SectionBody(blocks, writing, random, number).Every()).With(SyncedSource(number, blocks, writing));
        return new GeneratedDocument(DocumentId(number), "各种内容块", new JsonArray([.. page.List()]), []);
    }

    /// <summary>27 characters, of which one can read the number.</summary>
    public static string DocumentId(int number) => $"GenDoc{number.ToString("D21", CultureInfo.InvariantCulture)}";

    /// <summary>The block that documents with a number divisible by three let others show.</summary>
    public static string SyncedBlockId(int number) => $"GenSync{number.ToString("D20", CultureInfo.InvariantCulture)}";

    /// <summary>The block and what is below it, as <c>children?with_descendants=true</c> lists them; null for one that is not there.</summary>
    public JsonArray? Descendants(int number, string blockId)
    {
        var items = Document(number).Items;
        var wanted = new HashSet<string> { blockId };
        var found = items.OfType<JsonObject>().Where(item => wanted.Contains((string)item["block_id"]!) || wanted.Contains((string)item["parent_id"]!))
            .Where(item => wanted.Add((string)item["block_id"]!) || (string)item["block_id"]! == blockId)
            .Select(item => item.DeepClone()).ToArray();
        return found.Length == 0 ? null : new JsonArray(found);
    }

    /// <summary>The cells of an embedded sheet, by the token of its block.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> SheetRows(string token) =>
        [["项目", "额度"], [$"预算 {token[..4]}", "3000"], ["差旅", $"{token.Sum(character => character)}"]];

    private int HashOf(int number) => unchecked(seed * 7_919 + number * 104_729);

    private static GeneratedSection AddSection(BlockNode page, BlockFactory blocks, Writing writing, Random random, int number, int at)
    {
        var code = $"{(char)('A' + number % 26)}{number:D5}-{at:D2}";
        var heading = $"{writing.Subject()}：{writing.Aspect()}";
        var head = blocks.Heading(at % 4 == 3 ? 3 : random.Next(1, 3), heading);
        var paragraph = blocks.Text(BlockFactory.Run($"编号 {code}。{writing.Paragraph()}"));
        var body = new SectionBody(blocks, writing, random, number);
        page.With(head, paragraph).With(Enumerable.Range(0, random.Next(2, 7)).Select(_ => body.Any()));
        return new GeneratedSection(head.Id, heading, code, paragraph.Id);
    }

    private static BlockNode SyncedSource(int number, BlockFactory blocks, Writing writing) =>
        new BlockNode(SyncedBlockId(number), 49, "source_synced", new JsonObject { ["align"] = 1 })
            .With(blocks.Text(BlockFactory.Run($"同步内容 S{number:D5}。{writing.Sentence()}")), blocks.Bullet(BlockFactory.Run(writing.Item())));

    internal static string UrlOf(int number) => $"{Host}/docx/{DocumentId(number)}";
}
