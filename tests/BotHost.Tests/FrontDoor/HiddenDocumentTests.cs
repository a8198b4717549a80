using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>
/// Two services, one with documents that somebody may not read and one without: whatever he does, he cannot tell which of them he uses.
/// The search itself has a property of its own, <c>HiddenDocumentsTests</c>.
/// </summary>
public sealed partial class HiddenDocumentTests() : FrontDoor(redis: string.Empty)
{
    private const string OtherGroup = "oc_00000000000000000000000000000bbb";

    private static readonly string[] Questions = ["年假有几天？", "病假要证明吗？", "机密项目的奖金是多少？", "leeve policy", "年假 病假 奖金", "E4021 是什么？"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_visitor_cannot_tell(int world)
    {
        var (whole, without) = await StartPairAsync(world, labels => labels.Contains("everyone"));
        await SameAsync(whole, without, "/");
        await SameAsync(whole, without, "/health/ready");
        foreach (var id in Documents(world).Where(document => !Equals(document.Audience, "everyone")).Select(document => document.Id))
        {
            await SameAsync(whole, without, $"/documents/{id}");
            await SameAsync(whole, without, $"/questions/{id}");
        }

        foreach (var question in Questions)
        {
            await SameAsync(whole, without, $"/api/search?q={Uri.EscapeDataString(question)}&k=50");
            (await AskApiAsync(whole, question)).ShouldBe(await AskApiAsync(without, question), question);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_group_cannot_tell(int world)
    {
        var (whole, without) = await StartPairAsync(world, labels => labels is "everyone" or "tenant" or AMessage.SomeGroup);
        foreach (var question in Questions.Append("/help"))
        {
            (await CardOfAsync(whole, AMessage.InGroup().MentioningBot().Saying(question)))
                .ShouldBe(await CardOfAsync(without, AMessage.InGroup().MentioningBot().Saying(question)), question);
        }
    }

    [Fact]
    public async Task What_may_no_longer_be_read_is_not_shown_again_nor_gone_on_from()
    {
        var bot = await StartAsync();
        await bot.KnowsAsync("bonus", "奖金方案", "## 奖金\n机密项目的奖金是三个月工资。", new { chats = new[] { AMessage.SomeGroup } });
        Model.Then(ModelReply.Says("三个月工资。[1]"));
        var card = await bot.AskAsync(AMessage.InGroup().MentioningBot().Saying("机密项目的奖金是多少？"));
        card.Answer.ShouldContain("三个月工资");

        await bot.KnowsAsync("bonus", "奖金方案", "## 奖金\n机密项目的奖金是三个月工资。", new { chats = new[] { OtherGroup } });

        var sources = AMessage.InGroup().MentioningBot().Saying("/sources");
        await bot.Delivery.SendAsync(sources);
        (await Platform.NextReplyAsync(sources.MessageId)).Content.ShouldNotContain("奖金方案");
        var before = Model.Requests.Count;
        Model.Otherwise = _ => ModelReply.Says("机密项目的奖金怎么发？");
        await bot.AskAsync(AMessage.InGroup().MentioningBot().ReplyingTo(card.Message.MessageId).Saying("那它怎么发？"));
        Model.Requests.Skip(before).ShouldAllBe(request => !request.User.Contains("奖金方案"));
    }

    /// <summary>The first and the last of these are open to everyone; the rest to whom chance wants.</summary>
    private static List<(string Id, string Markdown, object Audience)> Documents(int world)
    {
#pragma warning disable CA5394 // Repeatable on purpose.
        var random = new Random(world);
        string[] sentences =
        [
            "入职满一年者，年假十天。", "病假需要提供医院证明。", "机密项目的奖金是三个月工资。", "The leave policy is on page 4.", "E4021 表示令牌过期。",
            "年假要提前三天申请。", "奖金在每年一月发放。", "年假与病假不能同时申请。",
        ];
        object[] audiences =
            ["everyone", "tenant", new { chats = new[] { OtherGroup } }, new { users = new[] { "ou_somebodyelse" } }, new { chats = new[] { AMessage.SomeGroup } }];
        return
        [
            .. Enumerable.Range(0, 24).Select(number => (
                $"doc{number}",
                $"## {sentences[random.Next(sentences.Length)]}\n{sentences[random.Next(sentences.Length)]}\n{sentences[random.Next(sentences.Length)]}",
                number is 0 or 23 ? "everyone" : audiences[random.Next(audiences.Length)])),
        ];
#pragma warning restore CA5394
    }

    private async Task<(Bot Whole, Bot Without)> StartPairAsync(int world, Func<string, bool> isReadable)
    {
        Model.Otherwise = request => request.Stream ? ModelReply.Says("见资料。[1]") : ModelReply.Says(request.User.Split('\n')[^1]);
        // Each has an embedded store of its own.
        var (whole, without) = (await StartAsync(), await StartReplicaAsync());
        foreach (var (id, markdown, audience) in Documents(world))
        {
            await whole.KnowsAsync(id, $"文档 {id}", markdown, audience);
            if (isReadable(NameOf(audience)))
                await without.KnowsAsync(id, $"文档 {id}", markdown, audience);
        }

        return (whole, without);
    }

    private static string NameOf(object audience) => audience as string ?? (audience.ToString()!.Contains("chats", StringComparison.Ordinal)
        ? ((string[])audience.GetType().GetProperty("chats")!.GetValue(audience)!)[0]
        : "user");

    private static async Task SameAsync(Bot whole, Bot without, string path) => (await GetAsync(whole, path)).ShouldBe(await GetAsync(without, path), path);

    private static async Task<(HttpStatusCode, string)> GetAsync(Bot bot, string path)
    {
        using var response = await bot.Http.GetAsync(path);
        var page = (await response.Content.ReadAsStringAsync()).Replace(bot.Address.Authority, "here", StringComparison.Ordinal);
        return (response.StatusCode, Changing().Replace(page, string.Empty));
    }

    private static async Task<string> AskApiAsync(Bot bot, string question)
    {
        using var response = await bot.Http.PostAsJsonAsync("/api/ask", new { question, conversationId = "the-same" });
        return Changing().Replace(await response.Content.ReadAsStringAsync(), string.Empty);
    }

    private async Task<string> CardOfAsync(Bot bot, AMessage message)
    {
        await bot.Delivery.SendAsync(message);
        var content = message.Text.StartsWith('/')
            ? (await Platform.NextReplyAsync(message.MessageId)).Content
            : (await Platform.CardFinishedAsync(message.MessageId)).Json.ToJsonString();
        return Changing().Replace(content, string.Empty);
    }

    /// <summary>Times and random names differ between any two runs.</summary>
    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[0-9:.+Z-]+|[ao]-[A-Za-z0-9_-]{16}|""updatedAt"":""[^""]*""|nonce=""[^""]*""|traceId"":""[^""]*""|name=""c"" value=""[^""]*""")]
    private static partial Regex Changing();
}
