using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using Wenlu.BotHost.Messages;

namespace Wenlu.BotHost.Tests.Messages;

public sealed class BodyReaderTests
{
    private const string BotId = "ou_0000000000000000000000000000b0b0";

    private static readonly MentionNames Names = new(
        [new("@_user_1", BotId, "知识库助手"), .. Enumerable.Range(2, 11).Select(number => new Mention($"@_user_{number}", $"ou_{number}", $"第{number}位"))],
        openId => openId == BotId);

    [Fact]
    public void Pitfall_18_more_than_nine_mentions_keep_their_own_names()
    {
        var body = Text("@_user_1 请 @_user_2、@_user_10、@_user_12 和 @_user_1 看一下 @_all");

        body.Markdown.ShouldBe("请 @第2位、@第10位、@第12位 和  看一下");
        body.Words.ShouldNotContain("第");
        body.Words.ShouldNotContain("@");
    }

    [Fact]
    public void A_links_label_is_searched_for_and_its_address_is_not()
    {
        var body = Text("看过 [手册](https://example.feishu.cn/docx/DocToken) 了 [https://a.example](https://a.example)");

        body.Markdown.ShouldBe("看过 [手册](https://example.feishu.cn/docx/DocToken) 了 [https://a.example](https://a.example)");
        body.Words.ShouldBe("看过 手册 了");
    }

    [Fact]
    public void A_post_becomes_markdown_node_by_node()
    {
        var body = Read("post", """
            {"title":"部署问题","content":[
              [{"tag":"text","text":"报错如下： ","style":["bold"]},{"tag":"a","href":"https://ci.example.com/1","text":"构建日志"},
               {"tag":"at","user_id":"@_user_1","user_name":""},{"tag":"at","user_id":"@_user_2","user_name":"李雷"},{"tag":"at","user_id":"@_user_99","user_name":"外人"}],
              [{"tag":"text","text":"a &lt; b","un_escape":true},{"tag":"text","text":" &lt; c"}],
              [{"tag":"img","image_key":"img_1"},{"tag":"media","file_key":"f","image_key":"img_2"}],
              [{"tag":"code_block","language":"C++","text":"x = ```1```;\n"}],
              [{"tag":"hr"}],[{"tag":"emotion","emoji_type":"SMILE"}],
              [{"tag":"md","text":"- 一\n- 二"}]]}
            """);

        body.Markdown.ShouldBe("""
            部署问题
            **报错如下：** [构建日志](https://ci.example.com/1)@第2位@外人
            a < b &lt; c
            [image][video]

            ````c++
            x = ```1```;
            ````

            ---

            :SMILE:
            - 一
            - 二
            """);
        body.Words.ShouldBe("部署问题\n报错如下： 构建日志\na < b &lt; c\n\nx = ```1```;\n\n- 一\n- 二");
        body.Images.ShouldBe(["img_1"]);
        body.Sentence.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"zh_cn":{"title":"标题","content":[[{"tag":"text","text":"正文"}]]}}""")]
    [InlineData("""{"post":{"en_us":{"title":"标题","content":[[{"tag":"text","text":"正文"}]]}}}""")]
    [InlineData("""{"title":"标题","content":[{"tag":"text","text":"正文"}]}""")]
    public void A_post_in_the_form_in_which_it_was_sent_reads_the_same(string content) => Read("post", content).Words.ShouldBe("标题\n正文");

    [Fact]
    public void A_cards_stub_is_read_like_a_post_and_its_buttons_are_left_out()
    {
        var body = Fixture("interactive");

        body.Words.ShouldBe("卡片标题\n正文链接");
        body.Markdown.ShouldContain("[链接](https://example.com)");
    }

    [Theory]
    [InlineData("folder", "[folder: 资料]")]
    [InlineData("audio", "[voice message]")]
    [InlineData("media", "[video: 演示.mp4]")]
    [InlineData("sticker", "[sticker]")]
    [InlineData("share_chat", "[shared group]")]
    [InlineData("share_user", "[shared contact]")]
    [InlineData("system", "[system message]")]
    [InlineData("location", "[location: 杭州市]")]
    [InlineData("hongbao", "[red packet]")]
    [InlineData("share_calendar_event", "[calendar event: 周会]")]
    [InlineData("video_chat", "[video meeting: 视频会议]")]
    [InlineData("todo", "[task: 写周报]")]
    [InlineData("vote", "[poll: 投票 (A / B)]")]
    public void What_asks_nothing_is_described_and_has_its_own_sentence(string type, string mark)
    {
        var body = Fixture(type);

        body.Markdown.ShouldBe(mark);
        body.Sentence.ShouldNotBeNull().Chinese.ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_kind_of_message_is_either_read_or_answered_with_a_sentence()
    {
        foreach (var (type, _) in Fixtures)
        {
            var body = Fixture(type);
            (body.Words.Length > 0 || body.Sentence is not null || body.Images.Count > 0 || body.File is not null || body.IsForward).ShouldBeTrue(type);
        }
    }

    [Fact]
    public void A_file_has_its_name_and_a_forward_says_that_it_is_one()
    {
        Fixture("file").File.ShouldBe(new AttachedFile("file_v3_0000_x", "手册.pdf"));
        Fixture("image").Images.ShouldBe(["img_v3_0000_x"]);
        Fixture("merge_forward").IsForward.ShouldBeTrue();
        Read("some_new_kind", "{}").Sentence.ShouldBe(MessageTexts.UnknownKind);
    }

    [Theory]
    [InlineData("text", "")]
    [InlineData("text", "null")]
    [InlineData("text", "[]")]
    [InlineData("text", """{"text":7}""")]
    [InlineData("text", "{\"text\":\"\\ud800\"}")]
    [InlineData("post", "\"x\"")]
    [InlineData("image", "{}")]
    [InlineData("file", """{"file_key":null}""")]
    public void What_cannot_be_read_is_said_to_be_so(string type, string content) => Read(type, content).Sentence.ShouldBe(MessageTexts.Unreadable);

    [Property(MaxTest = 2000)]
    public void Garbage_of_any_shape_never_throws(string? name, string? text, int kind, int shape)
    {
        var types = Fixtures.Select(fixture => fixture.Key).Append("interactive").Append(name ?? "").ToArray();
        var body = Read(types[Math.Abs((long)kind) % types.Length], Garbage(text ?? "", shape));

        body.Markdown.ShouldNotBeNull();
    }

    private static string Garbage(string text, int shape) => (Math.Abs((long)shape) % 7) switch
    {
        0 => text,
        1 => JsonSerializer.Serialize(text),
        2 => JsonSerializer.Serialize(new { text, title = 1, content = new object[] { text, 7, new object?[] { null, new { tag = text, text = shape } } } }),
        3 => JsonSerializer.Serialize(new { content = text, elements = new[] { new[] { new { tag = "at", user_id = text } } }, text = "@_user_1" + text }),
        4 => $$"""{"title":{{JsonSerializer.Serialize(text)}},"content":[[{"tag":"code_block","text":{{JsonSerializer.Serialize(text)}}},{"tag":"a","href":{{JsonSerializer.Serialize(text)}}},{"tag":"text","style":["bold",3],"text":{{JsonSerializer.Serialize(text)}}}]]}""",
        5 => new string('[', Math.Abs(shape % 500)) + text,
        _ => $$"""{"summary":{"content":[]},"topic":{},"options":[{},{{JsonSerializer.Serialize(text)}}],"name":{{JsonSerializer.Serialize(text)}}}""",
    };

    private static MessageBody Text(string text) => Read("text", JsonSerializer.Serialize(new { text }));

    private static MessageBody Read(string type, string content) => BodyReader.Read(type, content, Names);

    private static MessageBody Fixture(string type) => Read(type, (string)Fixtures[type]!);

    private static JsonObject Fixtures { get; } =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), "message_contents.json")))!.AsObject();

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
