using System.Diagnostics;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.Benchmarks.Soak;

/// <summary>What goes wrong meanwhile: limits, errors, silence, resets, broken and half-open connections, a model that fails, killed processes.</summary>
internal sealed class SoakFaults(SoakWorld world, SoakPlan plan)
{
    private static readonly string[] Calls =
    [
        "POST /open-apis/cardkit/v1/cards",
        "POST /open-apis/im/v1/messages/*/reply",
        "PUT /open-apis/cardkit/v1/cards/*/elements/*/content",
        "PATCH /open-apis/cardkit/v1/cards/*/settings",
        "PUT /open-apis/cardkit/v1/cards/*",
        "POST /open-apis/auth/v3/tenant_access_token/internal",
        $"POST {ConnectionDesk.DiscoveryPath}",
    ];

    private readonly Random random = new(plan.Seed + 2);
    private readonly Random modelRandom = new(plan.Seed + 3);
    private readonly SortedDictionary<string, int> caused = [];

    public IReadOnlyDictionary<string, int> Caused => caused;

    public void Confuse(ScriptedModel model) => model.Otherwise = Reply;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5 + random.NextDouble()), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Cause();
        }
    }

    /// <summary>The replicas in turn, at even distances; the last comes back well before the end.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        for (var kill = 0; kill < SoakPlan.Kills; kill++)
        {
            await Task.Delay(plan.Duration / (SoakPlan.Kills + 1), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var victim = kill % 2 == 0 ? world.ByConnection : world.ByWebhook;
            await victim.KillAsync();
            Count("kill -9");
            var begun = Stopwatch.GetTimestamp();
            await victim.StartAsync();
            Report.Progress($"killed a replica; it was back after {Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s");
        }
    }

    private void Cause()
    {
        var call = Calls[random.Next(Calls.Length)];
        // Faults of a call that is made now and then only would pile up, and it would never work again.
        if (world.Platform.HasFaults(call))
            return;
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                Count("429");
                world.Platform.FailNext(call, 1 + random.Next(3), 429, 99991400, new Dictionary<string, string> { ["x-ogw-ratelimit-reset"] = "1" });
                break;
            case 3 or 4 or 5:
                Count("500");
                world.Platform.FailNext(call, 1 + random.Next(3));
                break;
            case 6:
                Count("no answer in time");
                world.Platform.DelayNext(call, TimeSpan.FromSeconds(9));
                break;
            case 7 or 8:
                Count("reset");
                world.Platform.ResetNext(call, afterEffect: random.Next(2) == 0);
                break;
            default:
                Disturb(world.Platform.Connections.Open);
                break;
        }
    }

    private void Disturb(IReadOnlyList<PlatformConnection> open)
    {
        // A connection has to live for a while, too, or nothing at all would come that way.
        if (open.Count == 0 || random.Next(4) != 0)
            return;
        var connection = open[random.Next(open.Count)];
        switch (random.Next(4))
        {
            case 0:
                Count("connection half-open");
                connection.Freeze();
                break;
            case 1:
                Count("acknowledgements lost");
                connection.Deafen();
                _ = Task.Delay(TimeSpan.FromSeconds(4)).ContinueWith(_ => connection.Break(), TaskScheduler.Default);
                break;
            case 2:
                Count("connection closed");
                _ = connection.CloseAsync();
                break;
            default:
                Count("connection broken");
                connection.Break();
                break;
        }
    }

    private ModelReply Reply(ModelRequest request)
    {
        var chance = Chance();
        var answer = ModelReply.Says("入职满一年者，年假十天。[1]\n\n- 以工作日计算。[1]").Pausing(TimeSpan.FromMilliseconds(60));
        return chance switch
        {
            < 2 => ModelReply.Fails(500),
            < 3 => ModelReply.Fails(429, "1"),
            < 4 when request.Stream => answer.CuttingOffAfter(2),
            _ => request.Stream ? answer : ModelReply.Says("年假有几天？"),
        };
    }

    private int Chance()
    {
        lock (modelRandom) return modelRandom.Next(100);
    }

    private void Count(string what)
    {
        lock (caused) caused[what] = caused.GetValueOrDefault(what) + 1;
    }
}
