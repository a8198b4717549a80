using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.BotHost.Tests.Knowledge;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>Nothing is public by itself; what is, stays so only as long as everything behind it.</summary>
public abstract class PublicationTests : FrontDoor.FrontDoor
{
    private const string Group = AMessage.SomeGroup;
    private const string SecondGroup = "oc_000000000000000000000000000000c2";
    private const string ThirdGroup = "oc_000000000000000000000000000000c3";

    private protected PublicationTests(string redis)
        : base(redis)
    {
    }

    [Fact]
    public async Task An_editor_publishes_corrects_and_withdraws()
    {
        var bot = await StartKnowingAsync();

        var created = await PutAsync(bot, "leave", "年假有几天？", "入职满一年者，年假十天。[1]");
        (await created.JsonAsync(HttpStatusCode.Created)).GetProperty("path").GetString().ShouldBe(created.Headers.Location!.ToString());
        var page = await bot.Http.GetStringAsync("/questions/leave");
        page.ShouldContain("入职满一年者");
        page.ShouldContain("<mark>");
        (await PutAsync(bot, "leave", "年假有几天？", "年假十天，须提前申请。[1]")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await bot.Http.GetStringAsync("/questions/leave")).ShouldContain("须提前申请");
        (await bot.Http.GetStringAsync("/questions")).ShouldContain("年假有几天？");
        (await bot.Http.GetStringAsync("/feed.atom")).ShouldContain("年假有几天？");

        (await SendAsync(bot, HttpMethod.Delete, "/api/questions/leave")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await bot.Http.GetAsync("/questions/leave")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await bot.Http.GetStringAsync("/questions")).ShouldNotContain("年假有几天？");
        await (await SendAsync(bot, HttpMethod.Delete, "/api/questions/leave")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_documents_that_everyone_may_read_can_stand_behind_it()
    {
        var bot = await StartKnowingAsync();
        await bot.KnowsAsync("plans", "计划", "秘密。", "tenant");

        foreach (var sources in (string[][])[["plans"], ["nowhere"], []])
        {
            using var response = await PutAsync(bot, "leave", "年假有几天？", "十天。", sources);
            (await response.ProblemAsync(HttpStatusCode.BadRequest)).GetProperty("errors").TryGetProperty("sources", out _).ShouldBeTrue();
        }

        using var cites = await PutAsync(bot, "leave", "年假有几天？", "十天。[2]");
        (await cites.ProblemAsync(HttpStatusCode.BadRequest)).GetProperty("errors").TryGetProperty("sources", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_an_editors_key_nothing_is_published()
    {
        var bot = await StartKnowingAsync();

        await (await bot.Http.PutAsJsonAsync("/api/questions/leave", new { question = "a", answer = "b", sources = new[] { "leave-policy" } })).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await bot.Http.PostAsync("/api/answers/a-1/publish", null)).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await bot.Http.DeleteAsync("/api/questions/leave")).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_page_goes_away_with_its_source_and_comes_back_with_it()
    {
        var bot = await StartKnowingAsync();
        await PutAsync(bot, "leave", "年假有几天？", "年假十天。[1]");

        await bot.KnowsAsync("leave-policy", "员工手册", Policy, "tenant");
        (await bot.Http.GetAsync("/questions/leave")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Eventually(async () => !(await bot.Http.GetStringAsync("/questions")).Contains("年假有几天", StringComparison.Ordinal));
        (await bot.Http.GetStringAsync("/sitemaps/1.xml")).ShouldNotContain("leave");

        await bot.KnowsAsync("leave-policy", "员工手册", Policy);
        await Eventually(async () => (await bot.Http.GetAsync("/questions/leave")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_page_says_that_its_source_has_changed_since()
    {
        var bot = await StartKnowingAsync();
        await PutAsync(bot, "leave", "年假有几天？", "年假十天。[1]", answeredAt: "2026-01-01");

        (await bot.Http.GetStringAsync("/questions/leave")).ShouldContain("class=\"outrun\"");
        await PutAsync(bot, "leave", "年假有几天？", "年假十天。[1]");
        (await bot.Http.GetStringAsync("/questions/leave")).ShouldNotContain("class=\"outrun\"");
    }

    [Fact]
    public async Task A_given_answer_is_published_without_who_asked()
    {
        var bot = await StartKnowingAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var message = AMessage.InGroup(Group).MentioningBot().Saying("年假有几天？");
        await bot.AskAsync(message);
        (await bot.Http.GetStringAsync("/questions")).ShouldNotContain("年假有几天");

        var published = await (await SendAsync(bot, HttpMethod.Post, $"/api/answers/{AnswerStore.IdFor(message.MessageId)}/publish")).JsonAsync(HttpStatusCode.Created);

        var page = await bot.Http.GetStringAsync(published.GetProperty("path").GetString());
        page.ShouldContain("年假十天");
        page.ShouldContain("href=\"https://wiki.example.com/leave-policy#");
        page.ShouldContain(Wenlu.BotHost.Answers.AnswerTexts.WrittenByModel.English);
        page.ShouldNotContain(Group);
        page.ShouldNotContain(message.MessageId);
        await (await SendAsync(bot, HttpMethod.Post, "/api/answers/a-nothing/publish")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_rule_publishes_what_a_chat_asks_once_and_never_what_an_editor_took_away()
    {
        var bot = await StartKnowingAsync($"--Site:PublishChats:0={Group}", $"--Site:PublishChats:1={SecondGroup}", $"--Site:PublishChats:2={ThirdGroup}");
        var id = PublicationRule.IdOf("年假有几天？");
        await AskAsync(bot, AMessage.InDirectChat());
        (await bot.Http.GetAsync("/questions/" + id)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await AskAsync(bot, AMessage.InGroup(Group).MentioningBot());
        await Eventually(async () => (await bot.Http.GetAsync("/questions/" + id)).IsSuccessStatusCode);
        await AskAsync(bot, AMessage.InGroup(SecondGroup).MentioningBot());
        await Eventually(async () => (await bot.Http.GetStringAsync("/questions/" + id)).Contains("asked 1 times", StringComparison.Ordinal));

        await SendAsync(bot, HttpMethod.Delete, "/api/questions/" + id);
        await AskAsync(bot, AMessage.InGroup(ThirdGroup).MentioningBot());
        // One conversation's questions are answered in order: when the next is on the site, this was considered.
        Model.Then(ModelReply.Says("病假要证明吗？"), ModelReply.Says("需要。[1]"));
        await bot.AskAsync(AMessage.InGroup(ThirdGroup).MentioningBot().Saying("病假要证明吗？"));
        await Eventually(async () => (await bot.Http.GetAsync("/questions/" + PublicationRule.IdOf("病假要证明吗？"))).IsSuccessStatusCode);
        (await bot.Http.GetAsync("/questions/" + id)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_rule_publishes_nothing_that_rests_on_what_is_not_for_everyone()
    {
        var bot = await StartKnowingAsync($"--Site:PublishChats:0={Group}");
        await bot.KnowsAsync("bonus", "奖金方案", "## 奖金\n奖金是三个月工资。", new { chats = new[] { Group } });
        Model.Then(ModelReply.Says("三个月工资。[1]"));
        await bot.AskAsync(AMessage.InGroup(Group).MentioningBot().Saying("奖金是多少？"));

        (await bot.Http.GetAsync("/questions/" + PublicationRule.IdOf("奖金是多少？"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private const string Policy = "## 年假\n入职满一年者，年假十天。须提前三天申请。\n\n## 病假\n病假需要提供医院证明。";

    private async Task<Bot> StartKnowingAsync(params string[] settings)
    {
        var bot = await StartAsync(settings);
        await bot.KnowsAsync("leave-policy", "员工手册", Policy);
        return bot;
    }

    private async Task AskAsync(Bot bot, AMessage message)
    {
        Model.Then(ModelReply.Says("年假十天。[1]"));
        await bot.AskAsync(message.Saying("年假有几天？"));
    }

    private static Task<HttpResponseMessage> PutAsync(
        Bot bot, string id, string question, string answer, string[]? sources = null, string? answeredAt = null) =>
        SendAsync(bot, HttpMethod.Put, "/api/questions/" + id, new { question, answer, sources = sources ?? ["leave-policy#年假"], tags = new[] { "人事" }, answeredAt });

    private static async Task<HttpResponseMessage> SendAsync(Bot bot, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bot.EditorKey);
        return await bot.Http.SendAsync(request);
    }

    private static Task Eventually(Func<Task<bool>> condition) => Fixtures.Eventually.TrueAsync(condition);
}
