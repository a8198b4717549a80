using System.Net.Http.Json;
using Wenlu.Benchmarks.Children;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.Benchmarks.Soak;

/// <summary>Two replicas on one Redis server, one reached by webhook and one by long connection, between the platform and a model that sometimes fails.</summary>
internal sealed class SoakWorld : IAsyncDisposable
{
    private const string LeavePolicy = "## 年假\n入职满一年者，年假十天，以工作日计算。\n\n## 病假\n病假需要提供医院证明，每年不超过三十天。";

    private SoakWorld(FeishuPlatform platform, ScriptedModel model, RedisProcess redis)
    {
        (Platform, Model, Redis) = (platform, model, redis);
        ByWebhook = Replica("Webhook");
        ByConnection = Replica("LongConnection");
        Webhook = new FeishuDelivery(ByWebhook.Address, platform) { Retries = Retries };
        Connection = new FeishuDelivery(ByWebhook.Address, platform) { Retries = Retries, Connections = platform.Connections };
    }

    /// <summary>
    /// The platform's are 15 s, 5 min, 1 h and 6 h. Together longer than a connection can be dead unnoticed: with pings five seconds
    /// apart that is 25 s, and 35 s where events still come in.
    /// </summary>
    private static TimeSpan[] Retries { get; } = [.. new double[] { 1, 15, 60, 120 }.Select(TimeSpan.FromSeconds)];

    public FeishuPlatform Platform { get; }

    public ScriptedModel Model { get; }

    public RedisProcess Redis { get; }

    public SoakReplica ByWebhook { get; }

    public SoakReplica ByConnection { get; }

    public FeishuDelivery Webhook { get; }

    public FeishuDelivery Connection { get; }

    public static async Task<SoakWorld> StartAsync()
    {
        var platform = await FeishuPlatform.StartAsync();
        platform.Connections.Config = new ClientConfig(-1, 5, 2, 5);
        var world = new SoakWorld(platform, await ScriptedModel.StartAsync(), await RedisProcess.StartAsync("always"));
        await Task.WhenAll(world.ByWebhook.StartAsync(), world.ByConnection.StartAsync());
        await world.LearnAsync();
        await platform.ConnectedAsync(1);
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        Webhook.Dispose();
        Connection.Dispose();
        await ByWebhook.DisposeAsync();
        await ByConnection.DisposeAsync();
        await Redis.DisposeAsync();
        await Platform.DisposeAsync();
        await Model.DisposeAsync();
    }

    private async Task LearnAsync()
    {
        using var put = await ByWebhook.Http.PutAsJsonAsync(
            "/api/knowledge/documents/leave", new { title = "员工手册", markdown = LeavePolicy, audience = "everyone", url = "https://wiki.example.com/leave" });
        put.EnsureSuccessStatusCode();
        // It reaches the other replica's index within a second.
        await Task.Delay(TimeSpan.FromSeconds(2));
    }

    private SoakReplica Replica(string way) => new(
        new Uri($"http://127.0.0.1:{Child.FreePort()}"),
        ["--Knowledge:Seed=", $"--ConnectionStrings:Redis={Redis.ConnectionString}", $"--Feishu:Delivery={way}", .. Platform.Settings, .. Model.Settings]);
}
