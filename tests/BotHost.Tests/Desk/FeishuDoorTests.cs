using System.Net;
using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Feishu.Accounts;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Desk;

/// <summary>The door of the desk where editors have Feishu accounts.</summary>
public sealed class FeishuDoorTests : IAsyncLifetime
{
    private static readonly Person Editor = new("ou_0000000000000000000000000000aaaa", "张三") { UserId = "ab12cd34" };

    private FeishuPlatform platform = null!;
    private ScriptedModel model = null!;
    private Bot? bot;

    public async Task InitializeAsync() => (platform, model) = (await FeishuPlatform.StartAsync(new()), await ScriptedModel.StartAsync());

    public async Task DisposeAsync()
    {
        await (bot?.DisposeAsync() ?? ValueTask.CompletedTask);
        await model.DisposeAsync();
        await platform.DisposeAsync();
    }

    [Theory]
    [InlineData("ou_0000000000000000000000000000aaaa")]
    [InlineData("ab12cd34")]
    public async Task An_editor_of_the_list_is_led_to_Feishu_and_back_to_where_they_wanted(string named)
    {
        using var client = await StartAsync(named);
        var back = await AgreeAsync(client, "/desk/audit");
        var entered = await client.GetAsync(back);
        (entered.StatusCode, entered.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.SeeOther, "/desk/audit"));
        (await client.PageAsync("/desk/audit")).ShouldContain("张三");
        client.SetCookies.ShouldAllBe(cookie => cookie.Contains("secure") && cookie.Contains("httponly") && cookie.Contains("samesite=lax"));
        platform.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_else_is_let_in_and_the_log_tells_who_tried()
    {
        using var client = await StartAsync("ou_somebodyelse");
        await RefusedAsync(client, await AgreeAsync(client), "Desk:Editors");
        (await bot!.Service<AuditLog>().ReadAsync(0, 5)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            entry => entry.Action.ShouldBe(AuditAction.WasRefused), entry => entry.Subject.ShouldBe(Editor.OpenId));
    }

    [Fact]
    public async Task An_account_of_another_tenant_is_not_let_in()
    {
        using var client = await StartAsync(Editor.OpenId);
        platform.Accounts.Visitor = Editor with { TenantKey = "another-tenant" };
        await RefusedAsync(client, await AgreeAsync(client), "Only accounts of this organisation");
    }

    [Fact]
    public async Task While_the_tenant_is_not_known_nobody_is_let_in_until_an_event_tells()
    {
        using var client = await StartAsync(Editor.OpenId, tenant: null);
        await RefusedAsync(client, await AgreeAsync(client), "Desk:TenantKey");
        (await bot!.Delivery.SendAsync(AMessage.InDirectChat().Saying("/help"))).Accepted.ShouldBeTrue();
        (await client.GetAsync(await AgreeAsync(client))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_state_is_good_once_and_only_in_the_browser_that_began()
    {
        using var client = await StartAsync(Editor.OpenId);
        using var stranger = new DeskClient(bot!.Address);
        var back = await AgreeAsync(client);
        await RefusedAsync(stranger, back, "expired, or did not begin in this browser");

        var kept = client.Cookie("desk-sign-in")!;
        (await client.GetAsync(back)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        stranger.Keep("desk-sign-in", kept);
        await RefusedAsync(stranger, back, "expired, or did not begin in this browser");
    }

    [Fact]
    public async Task A_code_that_Feishu_does_not_know_opens_nothing()
    {
        using var client = await StartAsync(Editor.OpenId);
        var back = await AgreeAsync(client);
        await RefusedAsync(client, back.Replace("code=", "code=0", StringComparison.Ordinal), "did not accept");
        platform.Calls.Last(call => call.Path.EndsWith("oauth/token", StringComparison.Ordinal)).Code.ShouldBe(20003);
    }

    [Fact]
    public async Task Who_declines_stays_outside()
    {
        using var client = await StartAsync(Editor.OpenId);
        await RefusedAsync(client, await AgreeAsync(client, "/desk", "decline"), "declined");
    }

    [Fact]
    public async Task With_a_list_of_editors_no_key_opens_the_door()
    {
        using var client = await StartAsync(Editor.OpenId);
        (await client.PageAsync("/desk/sign-in")).ShouldNotContain("name=\"key\"");
        (await client.PostAsync("/desk/sign-in/key", new() { ["key"] = Bot.EditorKey })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync("/desk")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    private async Task<DeskClient> StartAsync(string editor, string? tenant = "2f0011aa22bb33cc")
    {
        string[] settings = [$"--Desk:Editors:0={editor}", .. tenant is null ? (string[])[] : [$"--Desk:TenantKey={tenant}"]];
        bot = await Bot.StartAsync(platform, model, settings: settings);
        platform.Accounts.RedirectUrls.Add(new Uri(bot.Address, "/desk/callback").ToString());
        return new DeskClient(bot.Address);
    }

    /// <summary>To Feishu, and the address that it leads back to.</summary>
    private static async Task<string> AgreeAsync(DeskClient client, string back = "/desk", string answer = "agree")
    {
        var away = await client.GetAsync("/desk/sign-in/feishu?back=" + Uri.EscapeDataString(back));
        away.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var browser = new HttpClient();
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await browser.GetStringAsync(away.Headers.Location));
        return new Uri(page.GetElementById(answer)!.GetAttribute("href")!).PathAndQuery;
    }

    private static async Task RefusedAsync(DeskClient client, string back, string sentence)
    {
        var refused = await client.GetAsync(back);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync()).ShouldContain(sentence);
        (await client.GetAsync("/desk")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }
}
