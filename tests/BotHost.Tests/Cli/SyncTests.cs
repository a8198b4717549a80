using Wenlu.BotHost.Cli;
using Wenlu.BotHost.Cli.Sync;
using Wenlu.BotHost.Tests.FrontDoor;

namespace Wenlu.BotHost.Tests.Cli;

/// <summary><c>sync</c> against a running service and its platform.</summary>
public sealed class SyncTests() : WikiBench(string.Empty)
{
    [Fact]
    public async Task A_page_is_added_watched_and_removed_from_the_command_line()
    {
        var space = Wiki.AddSpace("公司知识库");
        var leave = Wiki.AddPage(space, "请假制度", Leave);
        Wiki.AddOther(space, "sheet", "花名册");
        var bot = await StartAsync(Seldom);
        (await SayAsync(bot, (run, token) => run.ShowAsync(token))).ShouldContain("nothing to sync");

        (await SayAsync(bot, (run, token) => run.AddAsync($"https://example.feishu.cn/wiki/{leave.Node!.Token}", space: true, token))).ShouldContain("SpaceOf:");
        await FoundAsync(bot, "年假十天", leave);
        await IdleAsync(bot);
        (await SayAsync(bot, (run, token) => run.NowAsync(token))).ShouldContain("Begun");
        await IdleAsync(bot);
        var shown = await SayAsync(bot, (run, token) => run.ShowAsync(token));
        shown.ShouldContain("2 documents: 1 synced, 0 waiting, 1 skipped");
        shown.ShouldContain("公司知识库");
        shown.ShouldContain("A spreadsheet");

        await SayAsync(bot, (run, token) => run.RemoveAsync($"https://example.feishu.cn/wiki/{leave.Node!.Token}", token));
        await WaitAsync(async () => await DocumentAsync(bot, leave) is null, "the page to be gone");
    }

    [Fact]
    public async Task What_is_no_document_is_refused_in_a_sentence()
    {
        var bot = await StartAsync(Seldom);

        (await SayAsync(bot, (run, token) => run.AddAsync("https://example.feishu.cn/sheets/abc", space: false, token), ExitCode.Failed)).ShouldContain("wiki page");
        (await SayAsync(bot, (run, token) => run.ShowAsync(token), ExitCode.Failed, "wrong-key-0123456789")).ShouldContain("401");
    }

    private static async Task<string> SayAsync(
        Bot bot, Func<SyncActions, CancellationToken, Task> act, int code = ExitCode.Done, string key = Bot.EditorKey)
    {
        using var screen = new Screen();
        (await SyncCommand.RunAsync(bot.Address.ToString(), key, screen.Console, act, CancellationToken.None)).ShouldBe(code, screen.Text);
        return screen.Text;
    }
}
