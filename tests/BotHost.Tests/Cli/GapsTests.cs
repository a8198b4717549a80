using System.Net.Http.Json;
using Wenlu.BotHost.Cli;
using Wenlu.BotHost.Cli.Gaps;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Cli;

/// <summary><c>gaps</c> against a running service.</summary>
public sealed class GapsTests : IAsyncLifetime, IDisposable
{
    private readonly Screen screen = new();
    private FeishuPlatform platform = null!;
    private ScriptedModel model = null!;
    private Bot bot = null!;

    public async Task InitializeAsync()
    {
        platform = await FeishuPlatform.StartAsync(new());
        model = await ScriptedModel.StartAsync();
        bot = await Bot.StartAsync(platform, model, settings: ["--Feishu:AppId=", "--Llm:Provider=None"]);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await model.DisposeAsync();
        await platform.DisposeAsync();
    }

    public void Dispose() => screen.Dispose();

    [Theory]
    [InlineData(Language.Chinese, "没有等待回答的问题。", "没找到 2", "来源已变动的官方回答（1）")]
    [InlineData(Language.English, "No questions wait for an answer.", "not found 2", "Official answers whose sources have changed (1)")]
    public async Task What_waits_is_listed_in_the_terminals_language(Language language, string nothing, string kinds, string outdated)
    {
        (await ListAsync(language)).ShouldBe(ExitCode.Done);
        screen.Text.ShouldContain(nothing);

        await bot.KnowsAsync("canteen", "员工食堂", "食堂在二楼，供应早餐和午餐。");
        await bot.AnswersOfficiallyAsync("floor", new { question = "食堂在几楼？", answer = "二楼。", sources = new[] { "canteen" } });
        await bot.KnowsAsync("canteen", "员工食堂", "食堂在三楼，供应早餐和午餐。");
        foreach (var question in new[] { "公司的停车位怎么申请？", "请问公司停车位如何申请", "班车早上几点发车？" })
            await bot.Http.PostAsJsonAsync("/api/ask", new { question });
        (await ListAsync(language)).ShouldBe(ExitCode.Done);

        screen.Text.ShouldContain("公司的停车位怎么申请？");
        screen.Text.ShouldContain(kinds);
        screen.Text.ShouldContain(outdated);
        screen.Text.ShouldContain("- 食堂在几楼？ (floor)");
        (await ListAsync(language, count: 1)).ShouldBe(ExitCode.Done);
        screen.Text.ShouldContain("-n");
    }

    [Fact]
    public async Task What_cannot_be_done_is_said()
    {
        (await ListAsync(Language.English, key: null)).ShouldBe(ExitCode.Misused);
        (await ListAsync(Language.English, count: 0)).ShouldBe(ExitCode.Misused);
        (await ListAsync(Language.English, key: "not-the-key-of-anybody")).ShouldBe(ExitCode.Failed);
        (await Commands.RunAsync(["gaps", "--server", "nonsense", "--key", Bot.EditorKey], _ => Task.FromResult(99))).ShouldBe(ExitCode.Misused);
    }

    private Task<int> ListAsync(Language language, string? key = Bot.EditorKey, int count = 20) =>
        GapsCommand.RunAsync(new(bot.Address.ToString(), key, count), screen.Console, language, CancellationToken.None);
}
