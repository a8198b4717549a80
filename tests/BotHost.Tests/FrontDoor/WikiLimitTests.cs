using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Feishu.Wiki;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>Against the platform's own limits, and a month's quota.</summary>
public sealed class WikiLimitTests() : WikiBench(string.Empty)
{
    private protected override FeishuPlatformOptions PlatformOptions => new();

    [Fact]
    public async Task The_limits_of_documents_and_of_the_wiki_are_kept()
    {
        var (space, pages) = Fill(15);
        var bot = await StartAsync($"--Feishu:Wiki:Spaces:0={space.Id}", Seldom);

        await FoundAsync(bot, "QX0000", pages[0]);
        await IdleAsync(bot);

        // The platform refuses what is too much. A call that was long on its way may meet the limit all the same; whoever does not count, meets it all the time.
        Platform.Calls.Count(call => call.Code == 0 && call.Path.Contains("/docx/v1/", StringComparison.Ordinal)).ShouldBe(30);
        Platform.Calls.Count(call => call.Code == FeishuCodes.AppRateLimit).ShouldBeLessThanOrEqualTo(3);
        pages.ShouldAllBe(page => BlocksRead(page) == 1);
    }

    [Fact]
    public async Task Syncing_leaves_half_of_the_month_to_those_who_ask()
    {
        var (space, _) = Fill(40);
        Model.Otherwise = _ => ModelReply.Says("先审批。[1]");
        var bot = await StartAsync([.. SettingsFor(space), Seldom, "--Feishu:MonthlyCalls=80", "--Feishu:DocumentCallsPerSecond=5", "--Feishu:DocumentCallsPerMinute=100"]);
        await bot.KnowsAsync("travel", "差旅制度", "先审批，后订票。", "tenant");

        await WaitAsync(async () => (await StatusAsync(bot)).GetProperty("state").GetString() == "paused", "the sync to pause");

        (await StatusAsync(bot)).GetProperty("failures").EnumerateArray().ShouldContain(failure => failure.GetProperty("code").GetInt32() == 99991403);
        Platform.Calls.Count.ShouldBeLessThanOrEqualTo(41);
        (await bot.AskAsync(AMessage.InDirectChat().Saying("订票要先做什么？"))).Answer.ShouldContain("先审批");
    }

    [Fact]
    public async Task Only_the_section_that_was_edited_is_sent_to_the_embedding_model_again()
    {
        Model.Embeddings = new ScriptedEmbeddings((_, text) => [.. Enumerable.Range(0, 16).Select(at => (float)((text.Length * 31) + at))]) { IgnoresEncoding = true };
        var space = Wiki.AddSpace("公司知识库");
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        leave.IsManagedByApp = true;
        var bot = await StartSyncingAsync(space, Seldom, "--Llm:EmbeddingModel=embedder");
        await FoundAsync(bot, "年假十天", leave);
        await Eventually.TrueAsync(() => Sent("医院证明").Count == 1 && Sent("婚假三天").Count == 1 && Sent("年假十天").Count == 1);

        Wiki.Edit(leave, Leave.Replace("医院证明", "三甲医院证明"));
        await bot.Delivery.SendAsync(ADriveEvent.Edited(Platform.Options, leave));

        await Eventually.TrueAsync(() => Sent("三甲医院").Count == 1);
        (Sent("年假十天").Count, Sent("婚假三天").Count).ShouldBe((1, 1));
    }

    private List<string> Sent(string part) =>
        [.. Model.Embeddings!.Texts.Select(text => text.Text).Where(text => text.Contains(part, StringComparison.Ordinal) && text.Contains('\n'))];

    private (WikiSpace Space, List<WikiDocument> Pages) Fill(int count)
    {
        var space = Wiki.AddSpace("公司知识库");
        return (space, [.. Enumerable.Range(0, count).Select(number => Wiki.AddPage(space, $"制度 {number}", $"编号 QX{number:0000} 的规定。"))]);
    }
}
