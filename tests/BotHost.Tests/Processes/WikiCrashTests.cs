using System.Net.Http.Headers;
using System.Text.Json;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Feishu.Wiki;

namespace Wenlu.BotHost.Tests.Processes;

[Collection(OneAtATime.Name)]
public sealed class WikiCrashTests
{
    private const int Pages = 30;

    [Fact]
    public async Task A_first_sync_that_was_killed_twice_goes_on_where_it_stopped()
    {
        await using var bot = await Installation.CreateAsync(new FeishuPlatformOptions { Rates = new RateRules { PerSecondOfDocuments = 50, PerWikiInterfaceAndMinute = 1000 } });
        var space = bot.Platform.Wiki.AddSpace("公司知识库");
        var pages = Enumerable.Range(0, Pages).Select(number => bot.Platform.Wiki.AddPage(space, $"制度 {number}", $"编号 QX{number:0000} 的规定。")).ToList();
        foreach (var read in new[] { 5, 15 })
            await KillAfterAsync(bot, space, read);
        using var last = await bot.StartReadyAsync(Settings(space, callsPerSecond: "50"));

        await UntilAsync(async () => await SyncedAsync(bot) == Pages);

        pages.Sum(page => Math.Max(0, Reads(bot, page) - 1)).ShouldBeLessThanOrEqualTo(8, "each kill costs at most what was being read");
        bot.Platform.Violations.ShouldBeEmpty();
    }

    private static async Task KillAfterAsync(Installation bot, WikiSpace space, int read)
    {
        using var process = await bot.StartReadyAsync(Settings(space, callsPerSecond: "5"));
        await bot.Platform.WaitForAsync(() => Blocks(bot.Platform) >= read ? space : null, $"{read} pages read", TimeSpan.FromSeconds(60));
        process.Kill();
    }

    private static (string Key, string Value)[] Settings(WikiSpace space, string callsPerSecond) =>
    [
        ("Feishu:Wiki:Spaces:0", space.Id), ("Feishu:Wiki:Interval", "01:00:00"), ("Feishu:DocumentCallsPerSecond", callsPerSecond), ("Feishu:DocumentCallsPerMinute", "1000"),
    ];

    private static int Blocks(FeishuPlatform platform) => platform.Calls.Count(call => call.Code == 0 && call.Path.EndsWith("/blocks", StringComparison.Ordinal));

    private static int Reads(Installation bot, WikiDocument page) =>
        bot.Platform.Calls.Count(call => call.Code == 0 && call.Path.EndsWith($"/{page.Token}/blocks", StringComparison.Ordinal));

    private static async Task<int> SyncedAsync(Installation bot)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/knowledge/sync");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Installation.EditorKey);
        using var response = await bot.Http.SendAsync(request);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("documents").GetProperty("synced").GetInt32();
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var end = DateTime.UtcNow + TimeSpan.FromSeconds(90); !await condition(); await Task.Delay(100))
            DateTime.UtcNow.ShouldBeLessThan(end, "the sync to end");
    }
}
