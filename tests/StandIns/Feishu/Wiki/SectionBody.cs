using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>Blocks of every kind that the platform has, text more often than others.</summary>
internal sealed class SectionBody(BlockFactory blocks, Writing writing, Random random, int number)
{
    private const int Kinds = 32;

    public BlockNode Any() => random.Next(2) == 0 ? Text() : Kind(random.Next(Kinds));

    /// <summary>One of each, in a fixed order.</summary>
    public IEnumerable<BlockNode> Every() => Enumerable.Range(0, Kinds).Select(Kind);

    private BlockNode Kind(int kind) => kind switch
    {
        0 => Text(),
        1 => blocks.Empty(),
        2 => Bullets(),
        3 => Ordered(),
        4 => blocks.Todo(random.Next(2) == 0, writing.Item()),
        5 => blocks.Code(random.Next(1, 76), $"curl https://oa.example.com/{random.Next(1000)}\n# {writing.Subject()}"),
        6 => blocks.Quote(writing.Sentence()),
        7 => blocks.Equation(@"\frac{a_1}{b_2} = \sum_{i=1}^{n} x_i"),
        8 => blocks.Callout(writing.Pick(["bulb", "warning", "pushpin", "sunglasses"])).With(blocks.Text(BlockFactory.Run(writing.Sentence()))),
        9 => blocks.Container(22, "divider"),
        10 => blocks.File($"{writing.Subject()}.pdf"),
        11 => blocks.Grid([Text()], [Text(), Bullets()]),
        12 => blocks.Image(random.Next(2) == 0 ? $"{writing.Subject()}流程图" : null),
        13 => Table(),
        14 => blocks.Container(34, "quote_container").With(Text(), Text()),
        15 => blocks.Plain(30, "sheet", new JsonObject { ["token"] = $"{blocks.Id()}_{blocks.Id()[..6]}" }),
        16 => Synced(),
        17 => Agenda(),
        18 => blocks.Heading(random.Next(4, 10), writing.Aspect()),
        19 => blocks.Plain(48, "link_preview", new JsonObject { ["url_type"] = "MessageLink" }),
        _ => Opaque(kind - 20),
    };

    private BlockNode Text() => blocks.Text(random.Next(6) switch
    {
        0 => [BlockFactory.Run(writing.Sentence()), BlockFactory.Run("重要：", "bold"), BlockFactory.Run(writing.Sentence(), "italic")],
        1 => [BlockFactory.Run("详见 "), BlockFactory.Link(writing.Subject(), "https://example.com/规定?a=1&b=（2）"), BlockFactory.Run("。")],
        2 => [BlockFactory.Run("请联系 "), BlockFactory.MentionUser(writing.Pick([.. DocumentGenerator.Users.Keys])), BlockFactory.Run("，截止 "),
            BlockFactory.Reminder(DateTimeOffset.UnixEpoch.AddDays(random.Next(20_000, 21_000)))],
        3 => [BlockFactory.Run("参考"), BlockFactory.MentionDocument(DocumentGenerator.DocumentId(number), DocumentGenerator.UrlOf(number), writing.Subject()),
            BlockFactory.Run("，公式 "), BlockFactory.Formula("E=mc^2"), BlockFactory.Run("，命令 "), BlockFactory.Run("ls -l | wc", "inline_code")],
        _ => [BlockFactory.Run(writing.Paragraph())],
    });

    private BlockNode Bullets() => blocks.Bullet(BlockFactory.Run(writing.Item()))
        .With(blocks.Bullet(BlockFactory.Run(writing.Item())).With(blocks.Bullet(BlockFactory.Run(writing.Item()))), blocks.Bullet(BlockFactory.Run(writing.Item())));

    private BlockNode Ordered() => blocks.Ordered("1", BlockFactory.Run(writing.Item(), "bold"))
        .With(blocks.Ordered("1", BlockFactory.Run(writing.Item())), blocks.Ordered("auto", BlockFactory.Run(writing.Item())).With(blocks.Code(7, "ls")));

    private BlockNode Table() => blocks.Table(
        [
            Cell("类别"), Cell("条件"), Cell("额度"),
            Cell(writing.Subject()), [.. Cell("一线城市"), blocks.Bullet(BlockFactory.Run(writing.Item())), blocks.Bullet(BlockFactory.Run("a|b"))], Cell("500"),
            [], Cell("其他"), Cell("300"),
        ],
        3, (3, 2, 1));

    private BlockNode[] Cell(string text) => [blocks.Text(BlockFactory.Run(text))];

    private BlockNode Synced() => blocks.Plain(50, "reference_synced", new JsonObject
    {
        ["source_document_id"] = DocumentGenerator.DocumentId(SourceNumber),
        ["source_block_id"] = DocumentGenerator.SyncedBlockId(SourceNumber),
    });

    private int SourceNumber => number / 3 * 3;

    private BlockNode Agenda() => blocks.Container(44, "agenda").With(blocks.Container(45, "agenda_item").With(
        blocks.Plain(46, "agenda_item_title", new JsonObject { ["elements"] = new JsonArray(BlockFactory.Run(writing.Subject())) }),
        blocks.Container(47, "agenda_item_content").With(Text())));

    /// <summary>Blocks whose content is somewhere else.</summary>
    private BlockNode Opaque(int kind) => kind switch
    {
        0 => blocks.Plain(18, "bitable", new JsonObject { ["token"] = $"{blocks.Id()}_tbl1", ["view_type"] = 1 }),
        1 => blocks.Plain(20, "chat_card", new JsonObject { ["chat_id"] = "oc_000000000000000000000000000000c1" }),
        2 => blocks.Plain(21, "diagram", new JsonObject { ["diagram_type"] = 1 }),
        3 => blocks.Plain(26, "iframe", new JsonObject { ["component"] = new JsonObject { ["type"] = 1, ["url"] = Uri.EscapeDataString("https://example.com/frame") } }),
        4 => blocks.Plain(28, "isv", new JsonObject { ["component_id"] = blocks.Id(), ["component_type_id"] = "blk_1" }),
        5 => blocks.Plain(29, "mindnote", new JsonObject { ["token"] = blocks.Id() }),
        6 => blocks.Plain(35, "task", new JsonObject { ["task_id"] = blocks.Id(), ["folded"] = false }),
        7 => blocks.Plain(36, "okr", new JsonObject { ["okr_id"] = "1" }).With(blocks.Container(37, "okr_objective").With(blocks.Container(38, "okr_key_result"), blocks.Container(39, "okr_progress"))),
        8 => blocks.Plain(40, "add_ons", new JsonObject { ["component_type_id"] = "blk_2", ["record"] = """{"title":"投票：团建去哪","url":"https://example.com/vote"}""" }),
        9 => blocks.Plain(41, "jira_issue", new JsonObject { ["id"] = "1", ["key"] = $"OA-{random.Next(1, 999)}" }),
        10 => Later(),
        _ => blocks.Plain(43, "board", new JsonObject { ["token"] = blocks.Id(), ["width"] = 100, ["height"] = 100 }),
    };

    /// <summary>What came to the platform last, and what may come next.</summary>
    private BlockNode Later() => random.Next(5) switch
    {
        0 => blocks.Plain(42, "wiki_catalog", new JsonObject { ["wiki_token"] = blocks.Id() }),
        1 => blocks.Plain(51, "sub_page_list", new JsonObject { ["wiki_token"] = blocks.Id() }),
        2 => blocks.Container(52, "ai_template"),
        3 => blocks.Container(999, "undefined"),
        _ => blocks.Plain(53, "block_of_tomorrow", new JsonObject { ["novelty"] = 1 }),
    };
}
