using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;
using Way = Wenlu.BotHost.Feishu.Delivery;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>
/// Tests through the front door: a signed event goes in, the platform and the model are the only stand-ins, and what they
/// found wrong fails the test. Each runs on the embedded store and on a Redis server.
/// </summary>
public abstract class FrontDoor : IAsyncLifetime
{
    private protected const string LeavePolicy = "## 年假\n入职满一年者，年假十天。\n\n## 病假\n病假需要提供医院证明，每年不超过三十天。";

    private readonly string redis;
    private readonly List<Bot> bots = [];

    private protected FrontDoor(string redis) => this.redis = redis;

    private protected FeishuPlatform Platform { get; private set; } = null!;

    private protected ScriptedModel Model { get; private set; } = null!;

    private protected TempFolder Folder { get; } = new();

    private protected virtual FeishuPlatformOptions PlatformOptions => new();

    /// <summary>The way that events come in, for every bot that is started.</summary>
    private protected virtual Way Way => Way.Webhook;

    public async Task InitializeAsync()
    {
        Platform = await FeishuPlatform.StartAsync(PlatformOptions);
        Model = await ScriptedModel.StartAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var bot in bots)
        {
            await bot.DisposeAsync();
        }

        var (violations, mentions, model) = (Platform.Violations, Platform.Mentions, Model.Violations);
        await Platform.DisposeAsync();
        await Model.DisposeAsync();
        Folder.Dispose();
        violations.ShouldBeEmpty();
        mentions.ShouldBeEmpty();
        model.ShouldBeEmpty();
    }

    private protected async Task<Bot> StartAsync(params string[] settings)
    {
        var bot = await Bot.StartAsync(Platform, Model, redis, Folder, [$"--Feishu:Delivery={Way}", .. settings]);
        bots.Add(bot);
        return bot;
    }

    /// <summary>Another process beside the first, on the same server.</summary>
    private protected async Task<Bot> StartReplicaAsync(params string[] settings)
    {
        var bot = await Bot.StartAsync(Platform, Model, redis, folder: null, settings);
        bots.Add(bot);
        return bot;
    }

    /// <summary>Ends a bot in order, so that another can take over its folder.</summary>
    private protected async Task StopAsync(Bot bot)
    {
        bots.Remove(bot);
        await bot.DisposeAsync();
    }

    private protected async Task<Bot> StartKnowingLeaveAsync(params string[] settings)
    {
        var bot = await StartAsync(settings);
        await bot.KnowsAsync("leave", "员工手册", LeavePolicy, "tenant");
        return bot;
    }
}
