using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Cli.Doctor;

public sealed class PlatformDoctorTests : DoctorBench
{
    [Fact]
    public async Task An_app_that_is_as_it_should_be_has_no_complaint()
    {
        Platform.WikiSpaces.Add("7034502641455497244");

        var report = await LookAsync("--Feishu:Wiki:Spaces:0=7034502641455497244", "--Conversation:UnmentionedChats:0=oc_1");

        report.Complaints.ShouldBeEmpty(report.Text);
        report.Code.ShouldBe(0);
        ((string)report.Json["verdict"]!).ShouldBe("ok");
        report.FindingOf("feishu.bot").ShouldContain(Platform.Options.BotOpenId);
        report.StateOf("feishu.wiki.7034502641455497244").ShouldBe("ok");
        report.StateOf("feishu.scope.receive").ShouldBe("note");
        report.RemedyOf("feishu.scope.receive").ShouldContain("im:message.group_msg");
    }

    [Fact]
    public async Task Editors_who_sign_in_with_Feishu_need_a_way_back()
    {
        var report = await LookAsync("--Desk:Editors:0=ou_1");
        report.Complaints.ShouldBe(["desk.sign-in"], report.Text);
        report.RemedyOf("desk.sign-in").ShouldContain("Site:BaseUrl");

        report = await LookAsync("--Desk:Editors:0=ou_1", "--Site:BaseUrl=https://ask.example.com");
        report.StateOf("desk.sign-in").ShouldBe("note");
        report.RemedyOf("desk.sign-in").ShouldContain("https://ask.example.com/desk/callback");
    }

    [Theory]
    [InlineData("im:message:send_as_bot", "feishu.scope.reply", "failed")]
    [InlineData("im:message:readonly", "feishu.scope.read", "warning")]
    [InlineData("cardkit:card:write", "feishu.scope.cards", "warning")]
    [InlineData("im:message.reactions:write_only", "feishu.scope.reactions", "warning")]
    public async Task A_scope_that_is_missing_is_named_with_its_remedy(string scope, string id, string state)
    {
        Platform.WithheldScopes.Add(scope);

        var report = await LookAsync();

        report.Complaints.ShouldBe([id], report.Text);
        report.StateOf(id).ShouldBe(state);
        report.FindingOf(id).ShouldContain(scope);
        report.RemedyOf(id).ShouldContain(scope);
        report.RemedyOf(id).ShouldContain("Permissions & scopes");
        report.Code.ShouldBe(state == "failed" ? 1 : 0);
    }

    [Theory]
    [InlineData("wiki:wiki:readonly", "feishu.wiki.7034502641455497244", "failed")]
    [InlineData("docx:document:readonly", "feishu.scope.docx", "failed")]
    [InlineData("drive:drive:readonly", "feishu.scope.drive", "warning")]
    public async Task What_is_switched_on_decides_which_scopes_are_asked_for(string scope, string id, string state)
    {
        Platform.WikiSpaces.Add("7034502641455497244");
        Platform.WithheldScopes.Add(scope);

        (await LookAsync()).Complaints.ShouldBeEmpty();
        var report = await LookAsync("--Feishu:Wiki:Spaces:0=7034502641455497244");

        report.Complaints.ShouldBe([id], report.Text);
        report.StateOf(id).ShouldBe(state);
        report.RemedyOf(id).ShouldContain(scope);
    }

    [Fact]
    public async Task A_wiki_space_whose_member_the_app_is_not_is_told_apart_from_a_missing_scope()
    {
        var report = await LookAsync("--Feishu:Wiki:Spaces:0=7034502641455497244");

        report.Complaints.ShouldBe(["feishu.wiki.7034502641455497244"]);
        report.RemedyOf("feishu.wiki.7034502641455497244").ShouldContain("member of the space");
    }

    [Fact]
    public async Task A_bot_that_is_not_enabled_fails()
    {
        Platform.ActivateStatus = 1;

        var report = await LookAsync();

        report.Complaints.ShouldBe(["feishu.bot"]);
        report.FindingOf("feishu.bot").ShouldContain("activate_status=1");
        report.RemedyOf("feishu.bot").ShouldContain("Publish");
        report.Code.ShouldBe(1);
    }

    [Fact]
    public async Task Ids_that_may_be_of_another_app_are_shown_beside_the_bots_own()
    {
        var report = await LookAsync("--Feishu:BotOpenIds:0=ou_from_the_test_app");

        report.FindingOf("feishu.bot.ids").ShouldContain("ou_from_the_test_app");
        report.RemedyOf("feishu.bot.ids").ShouldContain("belongs to one app");
        report.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_secret_fails_and_is_not_repeated()
    {
        var report = await LookAsync("--Feishu:AppSecret=a-wrong-app-secret");

        report.Complaints.ShouldBe(["feishu.token"]);
        report.RemedyOf("feishu.token").ShouldContain("Feishu:AppSecret");
        report.StateOf("feishu.scopes").ShouldBe("note");
        report.Text.ShouldNotContain("a-wrong-app-secret");
    }

    [Theory]
    [InlineData("**/internal", 99991401, "feishu.token", "IP allowlist")]
    [InlineData("**/bot/v3/info", 99991401, "feishu.bot", "IP allowlist")]
    [InlineData("**/bot/v3/info", 99991403, "feishu.bot", "Feishu:MonthlyCalls")]
    [InlineData("**/bot/v3/info", 99991673, "feishu.bot", "enable it in the admin console")]
    [InlineData("**/bot/v3/info", 11205, "feishu.bot", "Add features")]
    public async Task What_the_platform_refuses_has_the_remedy_for_just_that(string path, int code, string id, string remedy)
    {
        Platform.FailNext(path, status: 400, code: code);

        var report = await LookAsync();

        report.Complaints.ShouldContain(id);
        report.StateOf(id).ShouldBe("failed");
        report.RemedyOf(id).ShouldContain(remedy);
        report.Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_platform_that_is_busy_is_no_failure()
    {
        Platform.FailNext("**/cardkit/v1/cards", status: 429, code: 99991400);

        var report = await LookAsync();

        report.Complaints.ShouldBe(["feishu.scope.cards"]);
        report.StateOf("feishu.scope.cards").ShouldBe("warning");
        report.Code.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_network_there_is_a_sentence_and_an_end()
    {
        var report = await LookAsync("--Feishu:BaseUrl=http://127.0.0.1:1");

        report.Complaints.ShouldBe(["feishu.token"]);
        report.FindingOf("feishu.token").ShouldContain("cannot be reached");
        report.Code.ShouldBe(1);
    }

    [Fact]
    public async Task What_answers_and_is_not_the_platform_is_recognised()
    {
        await using var stranger = WebApplication.CreateSlimBuilder().Build();
        stranger.Urls.Add("http://127.0.0.1:0");
        stranger.MapFallback(() => Results.Text("<html>Sign in to the proxy</html>", "text/html"));
        await stranger.StartAsync();

        var report = await LookAsync($"--Feishu:BaseUrl={stranger.Urls.Single()}");

        report.Complaints.ShouldBe(["feishu.token"]);
        report.FindingOf("feishu.token").ShouldContain("not the platform");
    }

    [Fact]
    public async Task Of_the_long_connection_only_the_address_is_asked_for()
    {
        var report = await LookAsync("--Feishu:Delivery=LongConnection");

        report.StateOf("feishu.delivery").ShouldBe("ok");
        report.FindingOf("feishu.delivery").ShouldContain("50");
        Platform.Connections.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1000040350, "Stop other processes")]
    [InlineData(403, "Choose the long connection")]
    public async Task A_long_connection_that_is_refused_has_its_remedy(int code, string remedy)
    {
        Platform.FailNext(ConnectionDesk.DiscoveryPath, status: 200, code: code);

        var report = await LookAsync("--Feishu:Delivery=LongConnection");

        report.Complaints.ShouldBe(["feishu.delivery"]);
        report.RemedyOf("feishu.delivery").ShouldContain(remedy);
        report.Code.ShouldBe(1);
    }

    [Fact]
    public async Task Webhooks_without_a_signature_are_warned_of_and_their_addresses_written_out()
    {
        var report = await LookAsync("--Feishu:EncryptKey=", "--Site:BaseUrl=https://ask.example.com");

        report.Complaints.ShouldBe(["feishu.signature"]);
        report.RemedyOf("feishu.delivery").ShouldContain("https://ask.example.com/feishu/callbacks");
    }
}
