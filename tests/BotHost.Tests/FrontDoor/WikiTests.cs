using System.Text.Json.Nodes;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Feishu.Wiki;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>A wiki that people write in, mirrored by the whole service: what is found, by whom, and when no longer.</summary>
public abstract class WikiTests(string redis) : WikiBench(redis)
{
    [Fact]
    public async Task A_space_is_mirrored_and_a_reference_opens_the_page_in_its_wiki()
    {
        var space = Wiki.AddSpace("公司知识库");
        var handbook = Wiki.AddPage(space, "员工手册", "欢迎加入。");
        var leave = Wiki.AddPage(space, "请假制度", Leave, handbook);
        var bot = await StartSyncingAsync(space, Seldom);
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");

        await FoundAsync(bot, "年假十天", leave);

        var hit = (await SearchAsync(bot, "年假十天"))[0];
        hit.GetProperty("url").GetString().ShouldStartWith($"https://example.feishu.cn/wiki/{leave.Node!.Token}");
        hit.GetProperty("headings")[0].GetString().ShouldBe("年假");
        (await DocumentAsync(bot, leave))!.Document.Tags.ShouldBe(["公司知识库", "员工手册"]);
        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        card.AllText.ShouldContain("请假制度");
        (await IdleAsync(bot)).GetProperty("documents").GetProperty("synced").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task An_edit_is_answered_from_after_its_event_and_only_the_changed_section_is_cut_anew()
    {
        var space = Wiki.AddSpace("公司知识库");
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        leave.IsManagedByApp = true;
        var bot = await StartSyncingAsync(space, Seldom);
        await FoundAsync(bot, "年假十天", leave);
        await IdleAsync(bot);
        Wiki.Subscriptions.ShouldContain(leave.Token);

        Wiki.Edit(leave, Leave.Replace("十天", "十五天"));
        (await bot.Delivery.SendAsync(ADriveEvent.Edited(Platform.Options, leave))).Accepted.ShouldBeTrue();

        await FoundAsync(bot, "年假十五天", leave, text: "十五天");
        var run = await RunAsync(bot, run => run.GetProperty("chunksKept").GetInt32() == 2);
        run.GetProperty("chunksNew").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Many_edits_within_a_moment_are_read_once()
    {
        var space = Wiki.AddSpace("公司知识库");
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        leave.IsManagedByApp = true;
        var bot = await StartSyncingAsync(space, Seldom, "--Feishu:Wiki:Debounce=00:00:02");
        await FoundAsync(bot, "年假十天", leave);
        await IdleAsync(bot);
        var before = BlocksRead(leave);

        for (var day = 11; day <= 16; day++)
        {
            Wiki.Edit(leave, Leave.Replace("十天", $"{day} 天"));
            await bot.Delivery.SendAsync(ADriveEvent.Edited(Platform.Options, leave));
        }

        await FoundAsync(bot, "年假 16 天", leave, text: "16 天");
        BlocksRead(leave).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Without_events_an_edit_is_found_within_the_interval_and_only_what_changed_is_fetched()
    {
        var space = Wiki.AddSpace("公司知识库");
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        var travel = Wiki.AddPage(space, "差旅制度", "先审批，后订票。");
        var bot = await StartSyncingAsync(space, Often);
        await FoundAsync(bot, "年假十天", leave);
        await FoundAsync(bot, "先审批后订票", travel);
        await IdleAsync(bot);
        var (edited, other) = (BlocksRead(leave), BlocksRead(travel));

        Wiki.Edit(leave, Leave.Replace("十天", "十五天"));

        await FoundAsync(bot, "年假十五天", leave, text: "十五天");
        BlocksRead(travel).ShouldBe(other);
        BlocksRead(leave).ShouldBe(edited + 1);
    }

    [Fact]
    public async Task A_page_that_is_renamed_or_moved_is_known_by_its_new_name_and_place()
    {
        var space = Wiki.AddSpace("公司知识库");
        var (old, other) = (Wiki.AddPage(space, "旧手册", "一"), Wiki.AddPage(space, "新手册", "二"));
        var leave = Wiki.AddPage(space, "请假制度", Leave, old);
        var bot = await StartSyncingAsync(space, Often);
        await FoundAsync(bot, "年假十天", leave);
        await IdleAsync(bot);
        var read = BlocksRead(leave);

        Wiki.Move(leave, other);
        await Eventually.TrueAsync(async () => (await DocumentAsync(bot, leave))!.Document.Tags.SequenceEqual(["公司知识库", "新手册"]));
        BlocksRead(leave).ShouldBe(read, "a place is known from the listing");

        Wiki.Rename(leave, "休假制度");
        await Eventually.TrueAsync(async () => (await DocumentAsync(bot, leave))!.Document.Title == "休假制度");
    }

    [Fact]
    public async Task What_vanishes_from_the_listing_twice_is_no_answer_and_what_is_trashed_at_once()
    {
        var space = Wiki.AddSpace("公司知识库");
        var (leave, travel) = (Wiki.AddPage(space, "请假制度", Leave), Wiki.AddPage(space, "差旅制度", "先审批，后订票。"));
        travel.IsManagedByApp = true;
        var bot = await StartSyncingAsync(space, Seldom);
        await FoundAsync(bot, "年假十天", leave);
        await FoundAsync(bot, "先审批后订票", travel);
        await IdleAsync(bot);

        Wiki.TakeOut(leave);
        await LookAsync(bot);
        (await DocumentAsync(bot, leave)).ShouldNotBeNull("a listing may miss a page once");
        await LookAsync(bot);
        await GoneAsync(bot, leave);

        Wiki.Trash(travel);
        await bot.Delivery.SendAsync(ADriveEvent.Trashed(Platform.Options, travel));
        await GoneAsync(bot, travel);
    }

    [Fact]
    public async Task A_document_that_turns_unreadable_is_no_answer_after_the_next_look_and_is_one_again_when_it_can_be_read()
    {
        var space = Wiki.AddSpace("公司知识库");
        var (leave, travel) = (Wiki.AddPage(space, "请假制度", Leave), Wiki.AddPage(space, "差旅制度", "先审批，后订票。"));
        var bot = await StartSyncingAsync(space, Often);
        await FoundAsync(bot, "年假十天", leave);
        await FoundAsync(bot, "先审批后订票", travel);

        Wiki.Change(() => (leave.IsReadable, travel.IsDeleted) = (false, true));
        await GoneAsync(bot, leave);
        await GoneAsync(bot, travel);
        await WaitAsync(
            async () => (await StatusAsync(bot)).GetProperty("failures").EnumerateArray().Any(failure =>
                failure.GetProperty("code").GetInt32() == 1770032 && failure.GetProperty("remedy").GetString()!.Contains("Add document app")),
            "the failure with its remedy");

        Wiki.Change(() => leave.IsReadable = true);
        await FoundAsync(bot, "年假十天", leave);
    }

    [Fact]
    public async Task A_shortcut_is_another_way_to_a_page_and_no_second_document()
    {
        var space = Wiki.AddSpace("公司知识库");
        var handbook = Wiki.AddPage(space, "员工手册", "欢迎。");
        var shelf = Wiki.AddPage(space, "常用", "常用页面。");
        var leave = Wiki.AddPage(space, "请假制度", Leave, handbook);
        Wiki.AddShortcut(space, leave, shelf);
        var bot = await StartSyncingAsync(space, Seldom);

        await FoundAsync(bot, "年假十天", leave);

        var status = await IdleAsync(bot);
        status.GetProperty("documents").GetProperty("total").GetInt32().ShouldBe(3);
        (await DocumentAsync(bot, leave))!.Document.Tags.ShouldBe(["公司知识库", "员工手册"]);
        BlocksRead(leave).ShouldBe(1);
    }

    [Fact]
    public async Task An_event_of_a_new_document_has_everything_looked_at_soon()
    {
        var space = Wiki.AddSpace("公司知识库");
        var bot = await StartSyncingAsync(space, Seldom);
        await IdleAsync(bot);

        var leave = Wiki.AddPage(space, "请假制度", Leave);
        await bot.Delivery.SendAsync(ADriveEvent.Created(Platform.Options, leave));

        await FoundAsync(bot, "年假十天", leave);
    }

    [Fact]
    public async Task Pages_that_are_short_or_empty_are_followed_to_the_last()
    {
        var space = Wiki.AddSpace("公司知识库");
        var pages = Enumerable.Range(0, 7).Select(number => Wiki.AddPage(space, $"制度 {number}", $"编号 QX{number:0000} 的规定。\n其余。\n还有。")).ToList();
        (Wiki.NodesPerPage, Wiki.BlocksPerPage) = (2, 2);
        var bot = await StartSyncingAsync(space, Seldom);

        foreach (var (page, number) in pages.Select((page, number) => (page, number)))
            await FoundAsync(bot, $"QX{number:0000}", page);
    }

    [Fact]
    public async Task Older_documents_and_files_are_listed_as_skipped_with_the_reason()
    {
        var space = Wiki.AddSpace("公司知识库");
        foreach (var type in new[] { "doc", "sheet", "bitable", "mindnote", "slides", "file" })
            Wiki.AddOther(space, type, $"一个{type}");
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        Wiki.Change(() =>
        {
            leave.Blocks[0]!["children"]!.AsArray().Add("board");
            leave.Blocks.Add(new System.Text.Json.Nodes.JsonObject
            {
                ["block_id"] = "board",
                ["block_type"] = 43,
                ["parent_id"] = leave.Token,
                ["board"] = new System.Text.Json.Nodes.JsonObject { ["token"] = "T" },
            });
        });
        var bot = await StartSyncingAsync(space, Seldom);
        await FoundAsync(bot, "年假十天", leave);

        var skipped = (await IdleAsync(bot)).GetProperty("skipped").EnumerateArray().ToList();

        skipped.Select(kind => kind.GetProperty("type").GetString()).ShouldBe(["doc", "sheet", "bitable", "mindnote", "slides", "file", "block"], ignoreOrder: true);
        skipped.ShouldAllBe(kind => kind.GetProperty("reason").GetString()!.Length > 10 && kind.GetProperty("documents").GetArrayLength() == 1);
    }

    [Fact]
    public async Task Who_may_read_a_page_there_may_read_it_here_and_whose_right_is_taken_away_no_longer()
    {
        var space = Wiki.AddSpace("人事", isPublic: false);
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        Wiki.Change(() =>
        {
            space.Members.Add(WikiMember.User(Li));
            leave.Members.Add(WikiMember.Chat(AMessage.SomeGroup));
        });
        var bot = await StartSyncingAsync(space, Often, "--Feishu:Wiki:PermissionInterval=00:00:01", "--Feishu:Wiki:ReadMembers=true");
        await FoundAsync(bot, "年假十天", leave);
        await LabelsAsync(bot, leave, [AccessLabels.Chat(AMessage.SomeGroup), AccessLabels.User(Zhang), AccessLabels.User(Li)]);

        Wiki.Change(() => space.Members.Clear());
        await LabelsAsync(bot, leave, [AccessLabels.Chat(AMessage.SomeGroup), AccessLabels.User(Zhang)]);

        Wiki.Change(() => leave.LinkShare = "tenant_readable");
        await LabelsAsync(bot, leave, [AccessLabels.Tenant]);

        Wiki.Change(() => leave.LinkShare = "closed");
        await LabelsAsync(bot, leave, [AccessLabels.Chat(AMessage.SomeGroup), AccessLabels.User(Zhang)]);
    }

    [Fact]
    public async Task A_locked_page_of_a_public_space_is_for_those_it_is_shared_with()
    {
        var space = Wiki.AddSpace("公司知识库");
        var (open, locked) = (Wiki.AddPage(space, "请假制度", Leave), Wiki.AddPage(space, "薪酬", "薪酬每年四月调整。"));
        locked.IsLocked = true;
        locked.Members.Add(WikiMember.User(Li) with { Scope = "single_page" });
        var bot = await StartSyncingAsync(space, Seldom);
        await FoundAsync(bot, "薪酬调整", locked);

        await LabelsAsync(bot, open, [AccessLabels.Tenant]);
        await LabelsAsync(bot, locked, [AccessLabels.User(Zhang), AccessLabels.User(Li)]);
    }

    [Fact]
    public async Task An_event_of_a_revoked_permission_takes_effect_at_once()
    {
        var space = Wiki.AddSpace("公司知识库");
        var pay = Wiki.AddPage(space, "薪酬", "薪酬每年四月调整。");
        (pay.IsLocked, pay.IsManagedByApp) = (true, true);
        pay.Members.Add(WikiMember.User(Li));
        var bot = await StartSyncingAsync(space, Seldom);
        await FoundAsync(bot, "薪酬调整", pay);
        await LabelsAsync(bot, pay, [AccessLabels.User(Zhang), AccessLabels.User(Li)]);

        Wiki.Change(() => pay.Members.Clear());
        await bot.Delivery.SendAsync(ADriveEvent.MemberRemoved(Platform.Options, pay, Li));

        await LabelsAsync(bot, pay, [AccessLabels.User(Zhang)]);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_for_now_stays_an_answer_for_those_who_may_still_read_it()
    {
        var space = Wiki.AddSpace("公司知识库");
        var pay = Wiki.AddPage(space, "薪酬", "薪酬每年四月调整。");
        pay.IsManagedByApp = true;
        var bot = await StartSyncingAsync(space, Seldom);
        await FoundAsync(bot, "薪酬调整", pay);
        await LabelsAsync(bot, pay, [AccessLabels.Tenant]);
        await IdleAsync(bot);

        Platform.FailNext($"GET /open-apis/docx/v1/documents/{pay.Token}", count: 1000, status: 500, code: 1771001);
        Wiki.Edit(pay, "薪酬每年五月调整。");
        Wiki.Change(() => pay.IsLocked = true);
        await bot.Delivery.SendAsync(ADriveEvent.MemberRemoved(Platform.Options, pay, Li));
        await bot.Delivery.SendAsync(ADriveEvent.Edited(Platform.Options, pay));

        await LabelsAsync(bot, pay, [AccessLabels.User(Zhang)]);
        await FoundAsync(bot, "薪酬调整", pay, text: "四月");
    }

    [Fact]
    public async Task What_a_page_shows_of_another_is_left_out_while_not_all_of_its_readers_may_read_that_one()
    {
        var space = Wiki.AddSpace("公司知识库");
        var (pay, notice) = (Wiki.AddPage(space, "薪酬", "薪酬每年四月调整。"), Wiki.AddPage(space, "通知", "各位同事请看。"));
        Wiki.Change(() => pay.IsLocked = true);
        Wiki.Edit(notice, Showing(notice, pay));
        var bot = await StartSyncingAsync(space, Often, "--Feishu:Wiki:PermissionInterval=00:00:01");
        await FoundAsync(bot, "各位同事", notice);
        (await DocumentAsync(bot, notice))!.Document.Markdown.ShouldNotContain("薪酬");

        Wiki.Change(() => pay.IsLocked = false);
        await WaitAsync(ShowsAsync, "the block to be shown");

        Wiki.Change(() => pay.IsLocked = true);
        await WaitAsync(async () => !await ShowsAsync(), "the block to be left out again");

        async Task<bool> ShowsAsync() => (await DocumentAsync(bot, notice))!.Document.Markdown.Contains("薪酬每年四月调整", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_public_space_a_page_that_the_app_may_read_is_for_colleagues_even_when_the_platform_does_not_tell()
    {
        var space = Wiki.AddSpace("公司知识库");
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        leave.TellsPermissions = false;
        var bot = await StartSyncingAsync(space, Seldom);

        await FoundAsync(bot, "年假十天", leave);
        await LabelsAsync(bot, leave, [AccessLabels.Tenant]);
    }

    /// <summary>The page's blocks, and behind them the first block of another one.</summary>
    private static JsonArray Showing(WikiDocument page, WikiDocument source)
    {
        var blocks = page.Blocks.DeepClone().AsArray();
        blocks[0]!["children"]!.AsArray().Add("shown");
        blocks.Add(new JsonObject
        {
            ["block_id"] = "shown",
            ["parent_id"] = page.Token,
            ["block_type"] = 50,
            ["reference_synced"] = new JsonObject { ["source_document_id"] = source.Token, ["source_block_id"] = source.Blocks[1]!["block_id"]!.GetValue<string>() },
        });
        return blocks;
    }

    [Theory]
    [InlineData("none", false)]
    [InlineData("tenant", true)]
    public async Task Where_the_platform_does_not_tell_who_may_read_the_settings_decide(string setting, bool isFound)
    {
        var space = Wiki.AddSpace("人事", isPublic: false);
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        leave.TellsPermissions = false;
        var bot = await StartSyncingAsync(space, Seldom, $"--Feishu:Wiki:DefaultAudiences:{space.Id}={setting}");
        var status = await IdleAsync(bot);

        if (isFound)
            await LabelsAsync(bot, leave, [AccessLabels.Tenant]);
        else
            await GoneAsync(bot, leave);
        status.GetProperty("documents").GetProperty("withheld").GetInt32().ShouldBe(isFound ? 0 : 1);
        status.GetProperty("failures").EnumerateArray().Any(failure => failure.GetProperty("remedy").GetString()!.Contains("DefaultAudiences")).ShouldBe(!isFound);
    }

    [Fact]
    public async Task One_document_that_fails_stops_no_other_and_is_listed_with_its_remedy()
    {
        var space = Wiki.AddSpace("公司知识库");
        var pages = Enumerable.Range(0, 6).Select(number => Wiki.AddPage(space, $"制度 {number}", $"编号 QX{number:0000} 的规定。")).ToList();
        pages[2].IsReadable = false;
        Platform.FailNext($"GET /open-apis/docx/v1/documents/{pages[4].Token}/blocks", count: 1000, status: 500, code: 1771001);
        var bot = await StartSyncingAsync(space, Seldom);

        foreach (var number in new[] { 0, 1, 3, 5 })
            await FoundAsync(bot, $"QX{number:0000}", pages[number]);
        var failures = (await IdleAsync(bot)).GetProperty("failures").EnumerateArray().ToList();
        failures.Select(failure => failure.GetProperty("code").GetInt32()).ShouldBe([1770032, 1771001], ignoreOrder: true);

        Platform.ClearFaults();
        Wiki.Change(() => pages[2].IsReadable = true);
        await LookAsync(bot);
        await FoundAsync(bot, "QX0002", pages[2]);
        await FoundAsync(bot, "QX0004", pages[4]);
    }

    [Fact]
    public async Task A_missing_scope_is_said_by_its_name_and_what_can_be_done_without_it_is_done()
    {
        var space = Wiki.AddSpace("公司知识库");
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        Platform.WithheldScopes.Add("drive:drive:readonly");
        var bot = await StartSyncingAsync(space, Seldom);

        await FoundAsync(bot, "年假十天", leave);

        (await IdleAsync(bot)).GetProperty("failures").EnumerateArray().ShouldContain(failure => failure.GetProperty("what").GetString()!.Contains("drive:drive:readonly"));
    }

    [Fact]
    public async Task A_sync_goes_on_where_it_stopped()
    {
        var space = Wiki.AddSpace("公司知识库");
        var pages = Enumerable.Range(0, 40).Select(number => Wiki.AddPage(space, $"制度 {number}", $"编号 QX{number:0000} 的规定。")).ToList();
        var bot = await StartSyncingAsync(space, Seldom, "--Feishu:DocumentCallsPerSecond=20");
        await Platform.WaitForAsync(() => BlocksReadOf(pages) >= 10 ? Platform : null, "ten documents read", TimeSpan.FromSeconds(30));
        await StopAsync(bot);
        var before = pages.Count(page => BlocksRead(page) > 0);
        before.ShouldBeLessThan(40);

        bot = await StartSyncingAsync(space, Seldom, "--Feishu:DocumentCallsPerSecond=40");
        await Eventually.TrueAsync(async () => (await StatusAsync(bot)).GetProperty("documents").GetProperty("synced").GetInt32() == 40);

        pages.Count(page => BlocksRead(page) > 1).ShouldBeLessThanOrEqualTo(4, "only what was being read is read again");
    }

    [Fact]
    public async Task A_call_that_meets_the_limit_of_documents_waits_as_long_as_it_is_told_to()
    {
        var space = Wiki.AddSpace("公司知识库");
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        Platform.FailNext("GET /open-apis/docx/v1/documents/*", count: 1, status: 400, code: 99991400,
            new Dictionary<string, string> { ["x-ogw-ratelimit-limit"] = "5", ["x-ogw-ratelimit-reset"] = "2" });
        var bot = await StartSyncingAsync(space, Seldom);

        await FoundAsync(bot, "年假十天", leave);

        var calls = Platform.Calls.Where(call => call.Path.EndsWith(leave.Token, StringComparison.Ordinal) && call.Path.Contains("docx", StringComparison.Ordinal)).ToList();
        (calls[1].At - calls[0].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2));
        (await IdleAsync(bot)).GetProperty("failures").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_source_is_added_and_removed_by_an_editor()
    {
        var single = Wiki.AddDocument("值班表", "周一由张三值班。");
        single.LinkShare = "tenant_readable";
        var bot = await StartAsync(Seldom);
        (await StatusAsync(bot)).GetProperty("state").GetString().ShouldBe("off");

        var url = $"https://example.feishu.cn/docx/{single.Token}";
        using (var added = await SendAsync(bot, HttpMethod.Post, "/sources", new { url }))
            ((int)added.StatusCode).ShouldBe(201);
        await FoundAsync(bot, "周一值班", single);
        using (var refused = await SendAsync(bot, HttpMethod.Post, "/sources", new { url = "https://example.feishu.cn/sheets/abc" }))
            ((int)refused.StatusCode).ShouldBe(400);

        using (var removed = await SendAsync(bot, HttpMethod.Delete, "/sources?url=" + Uri.EscapeDataString(url), null))
            ((int)removed.StatusCode).ShouldBe(204);
        await GoneAsync(bot, single);
    }

    [Fact]
    public async Task Pitfall_37_the_address_of_a_wiki_page_names_its_node_and_the_document_is_asked_for()
    {
        var space = Wiki.AddSpace("公司知识库");
        var (byAddress, byToken) = (Wiki.AddPage(space, "请假制度", Leave), Wiki.AddPage(space, "差旅制度", "先审批，后订票。"));
        var own = Wiki.AddDocument("值班表", "周一由张三值班。");
        own.LinkShare = "tenant_readable";
        var bot = await StartAsync(
            Seldom, $"--Feishu:Wiki:Documents:0=https://example.feishu.cn/wiki/{byAddress.Node!.Token}?from=x#", $"--Feishu:Wiki:Documents:1={byToken.Node!.Token}",
            $"--Feishu:Wiki:Documents:2={own.Token}");

        await FoundAsync(bot, "年假十天", byAddress);
        await FoundAsync(bot, "先审批后订票", byToken);
        await FoundAsync(bot, "周一值班", own);
    }

    [Fact]
    public async Task Pitfall_38_an_app_that_is_no_member_of_the_wiki_is_told_so()
    {
        var space = Wiki.AddSpace("公司知识库");
        Wiki.AddPage(space, "请假制度", Leave);
        space.IsOpenToApp = false;

        var bot = await StartSyncingAsync(space, Seldom);

        var failure = (await IdleAsync(bot)).GetProperty("failures").EnumerateArray().ShouldHaveSingleItem();
        failure.GetProperty("what").GetString()!.ShouldContain("cannot see the wiki");
        failure.GetProperty("remedy").GetString()!.ShouldContain("group that the bot is in");
    }

    [Fact]
    public async Task Pitfall_39_a_page_that_the_app_may_not_subscribe_to_is_followed_by_looking()
    {
        var space = Wiki.AddSpace("公司知识库");
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        var bot = await StartSyncingAsync(space, Often);
        await FoundAsync(bot, "年假十天", leave);
        await IdleAsync(bot);
        Wiki.Subscriptions.ShouldBeEmpty();

        Wiki.Edit(leave, Leave.Replace("十天", "十五天"));

        await FoundAsync(bot, "年假十五天", leave, text: "十五天");
        Platform.Calls.Count(call => call.Path.EndsWith("/subscribe", StringComparison.Ordinal)).ShouldBe(1, "what is refused is not asked for again at once");
        (await StatusAsync(bot)).GetProperty("failures").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Pitfall_40_links_in_a_page_are_decoded_once()
    {
        var space = Wiki.AddSpace("公司知识库");
        var leave = Wiki.AddPage(space, "请假制度", "详见制度");
        Wiki.Change(() => leave.Blocks[1]!["text"]!["elements"]![0]!["text_run"]!["text_element_style"] = new System.Text.Json.Nodes.JsonObject
        {
            ["link"] = new System.Text.Json.Nodes.JsonObject { ["url"] = "https%3A%2F%2Fexample.feishu.cn%2Fwiki%2FA%3Fq%3D100%2525" },
        });
        var bot = await StartSyncingAsync(space, Seldom);

        await FoundAsync(bot, "详见制度", leave);

        (await DocumentAsync(bot, leave))!.Document.Markdown.ShouldContain("https://example.feishu.cn/wiki/A?q=100%25");
    }
}
