using System.Net;
using Wenlu.BotHost.Desk;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Desk;

/// <summary>The door of the desk where editors have keys: who comes in, for how long, and what they can post.</summary>
public abstract class DoorTests(string redis) : IAsyncLifetime
{
    private FeishuPlatform platform = null!;
    private ScriptedModel model = null!;

    private protected Bot Bot { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        (platform, model) = (await FeishuPlatform.StartAsync(new()), await ScriptedModel.StartAsync());
        Bot = await Bot.StartAsync(platform, model, redis, settings: ["--Feishu:AppId=", "--Desk:SessionLifetime=01:00:00"]);
    }

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
        await model.DisposeAsync();
        await platform.DisposeAsync();
    }

    [Theory]
    [InlineData("/desk", "/desk")]
    [InlineData("/desk/audit?page=2", "/desk/audit?page=2")]
    public async Task A_stranger_is_led_to_the_door_and_from_there_to_where_they_wanted(string path, string back)
    {
        using var client = new DeskClient(Bot.Address);
        var refused = await client.GetAsync(path);
        (refused.StatusCode, refused.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.SeeOther, "/desk/sign-in?back=" + Uri.EscapeDataString(back)));
        (await client.PageAsync(refused.Headers.Location.ToString())).ShouldContain($"value=\"{back}\"");

        var entered = await client.PostAsync("/desk/sign-in/key", new() { ["key"] = Bot.EditorKey, ["back"] = back });
        (entered.StatusCode, entered.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.SeeOther, back));
        (await client.PageAsync("/desk")).ShouldContain("tester");
    }

    [Theory]
    [InlineData("https://evil.example/desk")]
    [InlineData("//evil.example/desk")]
    [InlineData("/\\evil.example")]
    [InlineData("/deskevil")]
    [InlineData("/questions")]
    public async Task The_door_leads_nowhere_but_to_the_desk(string back)
    {
        using var client = new DeskClient(Bot.Address);
        (await client.PostAsync("/desk/sign-in/key", new() { ["key"] = Bot.EditorKey, ["back"] = back })).Headers.Location!.ToString().ShouldBe("/desk");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-the-editor-key-at-all")]
    public async Task A_wrong_key_opens_nothing(string key)
    {
        using var client = new DeskClient(Bot.Address);
        var refused = await client.PostAsync("/desk/sign-in/key", new() { ["key"] = key });
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("That key is not right.");
        client.SetCookies.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_is_a_cookie_that_only_this_site_gets_and_no_script_reads()
    {
        using var client = await DeskClient.SignInAsync(Bot);
        var cookie = client.SetCookies.ShouldHaveSingleItem();
        foreach (var part in (string[])["secure", "httponly", "samesite=lax", "path=/desk", "max-age=3600"])
            cookie.ShouldContain(part);
        (await client.GetAsync("/desk")).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_good()
    {
        using var client = await DeskClient.SignInAsync(Bot);
        var secret = client.Cookie("desk")!;
        (await client.SubmitAsync("/desk/sign-out")).Headers.Location!.ToString().ShouldBe("/desk/sign-in");
        client.Cookie("desk").ShouldBeNull();
        client.Keep("desk", secret);
        (await client.GetAsync("/desk")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_session_can_be_ended_from_another_and_the_log_tells()
    {
        using var here = await DeskClient.SignInAsync(Bot);
        var other = (await Bot.Service<DeskSessions>().ListAsync()).Single();
        using var there = await DeskClient.SignInAsync(Bot);

        (await there.SubmitAsync("/desk/sessions/end", ("id", other.Id))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await here.GetAsync("/desk")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await there.PageAsync("/desk/audit")).ShouldContain("ended a session of");
    }

    [Fact]
    public async Task A_post_needs_the_sessions_token_and_to_come_from_here()
    {
        using var client = await DeskClient.SignInAsync(Bot);
        using var other = await DeskClient.SignInAsync(Bot);
        var token = await client.TokenAsync();
        foreach (var (given, origin) in new (string?, string?)[] { (null, null), ("", null), (await other.TokenAsync(), null), (token, "https://evil.example") })
            (await client.PostAsync("/desk/sign-out", given is null ? [] : new() { [DeskGate.TokenField] = given }, origin)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, given);
        (await client.GetAsync("/desk")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_guesses_keys_is_stopped()
    {
        using var client = new DeskClient(Bot.Address);
        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 25; guess++)
            statuses.Add((await client.PostAsync("/desk/sign-in/key", new() { ["key"] = $"a-guess-of-a-key-{guess}" })).StatusCode);
        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
        statuses[0].ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Every_change_is_in_the_log_by_whichever_way_it_came()
    {
        await Bot.KnowsAsync("leave", "年假", "# 年假\n\n每年十天。");
        await Bot.KnowsAsync("leave", "年假", "# 年假\n\n每年十五天。");
        await Bot.KnowsAsync("leave", "年假", "# 年假\n\n每年十五天。");
        (await Bot.EditAsync(HttpMethod.Delete, "/api/knowledge/documents/leave")).EnsureSuccessStatusCode();

        using var client = await DeskClient.SignInAsync(Bot);
        var log = await Bot.Service<Wenlu.BotHost.Audit.AuditLog>().ReadAsync(0, 10);
        log.Select(entry => (entry.By, entry.Action.ToString(), entry.Subject, entry.Revision, entry.IsNew)).ShouldBe(
        [
            ("tester", "SignedIn", "", 0, false), ("tester", "Deleted", "document:leave", 2, false),
            ("tester", "Wrote", "document:leave", 2, false), ("tester", "Wrote", "document:leave", 1, true),
        ]);
        var page = await client.PageAsync("/desk/audit");
        foreach (var part in (string[])["年假", "created", "deleted", "signed in", "revision 2"])
            page.ShouldContain(part);
    }
}

public sealed class DoorOnTheEmbeddedStore() : DoorTests(string.Empty);

public sealed class DoorOnRedis : DoorTests, IDisposable
{
    private readonly RedisServer server;

    public DoorOnRedis()
        : this(RedisServer.Start())
    {
    }

    private DoorOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}
