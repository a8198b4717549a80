using System.Runtime.CompilerServices;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>A service that has stopped is gone from memory: no timer, no static list and no cache holds on to it.</summary>
public sealed class LeftoversTests
{
    [Fact]
    public async Task A_service_that_has_stopped_leaves_nothing_behind()
    {
        var index = await LiveAsync();

        await Eventually.TrueAsync(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !index.IsAlive;
        });
    }

    /// <summary>A method of its own: nothing on the test's stack refers to what it made.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> LiveAsync()
    {
        await using var platform = await FeishuPlatform.StartAsync(new());
        await using var model = await ScriptedModel.StartAsync();
        await using var bot = await Bot.StartAsync(platform, model);
        await bot.KnowsAsync("leave", "年假", "年假十天。");
        (await bot.Http.GetAsync("/?q=年假有几天")).EnsureSuccessStatusCode();
        return new WeakReference(bot.Service<KnowledgeIndex>());
    }
}
