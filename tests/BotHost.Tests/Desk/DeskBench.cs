using System.Net;
using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Desk;

/// <summary>A bot that people ask, and an editor at its desk.</summary>
public abstract class DeskBench(string redis) : FrontDoor.FrontDoor(redis)
{
    private protected const string Fish = "食堂的烤鱼周几供应？";
    private protected const string Parking = "停车位怎么申请？";
    private protected const string Leave = "年假有几天？";
    private protected const string Somebody = "ou_0000000000000000000000000000bbbb";
    private protected const string Other = "oc_000000000000000000000000000000d2";

    private readonly List<DeskClient> clients = [];

    private protected Bot Bot { get; private set; } = null!;

    private protected async Task<DeskClient> OpenAsync(params string[] settings)
    {
        Model.Otherwise = request => request.Stream ? ModelReply.Says("知识库里没有这个问题的答案。") : ModelReply.Fails(500);
        Bot = await StartAsync(["--Knowledge:Editors:colleague=another-editor-key-for-tests", .. settings]);
        await Bot.KnowsAsync("leave-policy", "员工手册", "## 年假\n入职满一年者，年假十天。须提前三天申请。\n\n## 病假\n病假需要提供医院证明。");
        await Bot.KnowsAsync("canteen", "员工食堂", "# 员工食堂\n\n食堂在二楼，供应早餐和午餐。", "tenant");
        return await SignInAsync(Bot.EditorKey);
    }

    private protected Task<DeskClient> ColleagueAsync() => SignInAsync("another-editor-key-for-tests");

    private protected async Task<AMessage> UnansweredAsync(AMessage message)
    {
        (await Bot.AskAsync(message)).Answer.ShouldContain("没有这个问题的答案");
        await IdleAsync();
        return message;
    }

    private protected async Task<FinishedCard> AnsweredAsync(AMessage message, string answer)
    {
        Model.Then(ModelReply.Says(answer));
        var card = await Bot.AskAsync(message);
        await IdleAsync();
        return card;
    }

    private protected static AMessage InGroup(string text) => AMessage.InGroup().MentioningBot().Saying(text);

    private protected static AMessage Direct(string text, string person = Somebody) => AMessage.InDirectChat(Other).From(person).Saying(text);

    /// <summary>In a chat of its own, where nothing was said before.</summary>
    private protected static AMessage Alone(string text) => AMessage.InDirectChat().Saying(text);

    /// <summary>A visitor of the site says whether a page is of use.</summary>
    private protected async Task VoteAsync(string id, string vote)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/questions/{id}/vote") { Content = new FormUrlEncodedContent([new("vote", vote)]) };
        request.Headers.Add("Origin", Bot.Address.GetLeftPart(UriPartial.Authority));
        (await Bot.Http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private protected Task IdleAsync() => Eventually.TrueAsync(async () => (await Bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);

    private protected async Task<FinishedCard> ToldAsync(AMessage message)
    {
        var told = await Platform.WaitForAsync(() => Platform.RepliesTo(message.MessageId).ElementAtOrDefault(1), "the message that tells", TimeSpan.FromSeconds(20));
        return Platform.CardNow(told.MessageId);
    }

    private protected async Task<IReadOnlyList<(string By, AuditAction Action, string Title)>> LogAsync() =>
        [.. (await Bot.Service<AuditLog>().ReadAsync(0, 20)).Select(entry => (entry.By, entry.Action, entry.Title))];

    /// <summary>A form that did what it should leads to another page, with a word about it.</summary>
    private protected static async Task<string> DoneAsync(DeskClient client, Task<HttpResponseMessage> posting, string notice)
    {
        using var posted = await posting;
        posted.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await posted.Content.ReadAsStringAsync());
        var page = await client.PageAsync(posted.Headers.Location!.ToString());
        page.ShouldContain($"<p class=\"notice\" role=\"status\">{notice}");
        return page;
    }

    /// <summary>A form that comes back.</summary>
    private protected static async Task<string> BackAsync(Task<HttpResponseMessage> posting, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        using var posted = await posting;
        var page = await posted.Content.ReadAsStringAsync();
        posted.StatusCode.ShouldBe(status, page);
        return page;
    }

    private async Task<DeskClient> SignInAsync(string key)
    {
        var client = new DeskClient(Bot.Address);
        clients.Add(client);
        (await client.PostAsync("/desk/sign-in/key", new() { ["key"] = key })).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return client;
    }
}
