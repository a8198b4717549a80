using Wenlu.Benchmarks.Children;
using Wenlu.Benchmarks.Load;
using Wenlu.StandIns.Feishu;

namespace Wenlu.Benchmarks;

/// <summary>Acknowledged events: verified, decrypted and durable when the answer goes out; beside them, the same bytes sent to those who do nothing.</summary>
internal static class EventsBenchmark
{
    private const int FixedRate = 500;
    private const int Connections = 64;

    public static async Task RunAsync(Scale scale, Report report)
    {
        var reference = await ReferenceAsync(scale, report);
        var embedded = await BotAsync(scale, report, "embedded store", redis: "");
        report.Add("… against ASP.NET doing nothing", Ratio(embedded, reference));
        await BotAsync(scale, report, "embedded store, handled meanwhile", redis: "", handlers: 16);
        var durable = await OnRedisAsync(scale, report, "always", reference);
        var relaxed = await OnRedisAsync(scale, report, "everysec", reference);
        await NodeAsync(scale, report, durable, relaxed);
    }

    private static async Task<double> ReferenceAsync(Scale scale, Report report)
    {
        var port = Child.FreePort();
        await using var server = Child.StartSelf(ReferenceServer.Verb, $"{port}");
        await server.ListensAsync(port);
        return await MeasureAsync(scale, report, "ASP.NET doing nothing", port, () => Task.CompletedTask);
    }

    private static async Task<double> OnRedisAsync(Scale scale, Report report, string appendFsync, double reference)
    {
        await using var redis = await RedisProcess.StartAsync(appendFsync);
        var rate = await BotAsync(scale, report, $"redis-server, appendfsync {appendFsync}", redis.ConnectionString);
        report.Add("… against ASP.NET doing nothing", Ratio(rate, reference));
        return rate;
    }

    /// <summary>Without handlers only the acceptance is measured; with them, what they do takes its part of the processors.</summary>
    private static async Task<double> BotAsync(Scale scale, Report report, string name, string redis, int handlers = 0)
    {
        await using var platform = await FeishuPlatform.StartAsync(new FeishuPlatformOptions { Rates = RateRules.None });
        using var folder = new TempFolder();
        await using var bot = await BotProcess.StartAsync(Repository.BuiltBot, folder["data"],
        [
            "--Knowledge:Seed=",
            $"--Inbox:Parallelism={handlers}",
            $"--ConnectionStrings:Redis={redis}",
            .. platform.Settings,
        ]);
        var rate = await MeasureAsync(scale, report, name, bot.Address.Port, () => handlers > 0 ? DrainedAsync(bot) : Task.CompletedTask, isOurs: true);
        await VerifyAsync(bot, platform);
        return rate;
    }

    /// <summary>Every 200 must have been a new entry in the inbox, and nobody may have been answered.</summary>
    private static async Task VerifyAsync(BotProcess bot, FeishuPlatform platform)
    {
        var refused = await bot.MetricAsync("wenlu_events_received_total", "refused") + await bot.MetricAsync("wenlu_events_rejected_total");
        var duplicates = await bot.MetricAsync("wenlu_events_received_total", "duplicate");
        if (refused + duplicates + await bot.MetricAsync("wenlu_inbox_parked") > 0 || platform.Violations.Count > 0)
            throw new InvalidOperationException($"{refused} refused, {duplicates} duplicates, platform: {string.Join("; ", platform.Violations)}");
    }

    /// <summary>The backlog of one run must not weigh on the next.</summary>
    private static async Task DrainedAsync(BotProcess bot)
    {
        do
            await Task.Delay(TimeSpan.FromSeconds(6)); // longer than the gauge's interval
        while (await bot.MetricAsync("wenlu_inbox_pending") > 0);
    }

    private static async Task<double> MeasureAsync(
        Scale scale, Report report, string name, int port, Func<Task> rest, bool isOurs = false)
    {
        Report.Progress($"events: {name}");
        await LoadGenerator.StartAsync(new LoadPlan(port, 0, scale.Events * 2, Connections)); // until the compiler has settled
        await rest();
        var paced = await RepeatAsync(scale, new LoadPlan(port, FixedRate, FixedRate * scale.FixedSeconds, Connections), rest);
        var flat = await RepeatAsync(scale, new LoadPlan(port, 0, scale.Events, Connections), rest);
        ReportPaced(report, name, paced, isOurs);
        return ReportFlat(report, name, flat, isOurs && name.StartsWith("embedded", StringComparison.Ordinal));
    }

    private static async Task<List<LoadResult>> RepeatAsync(Scale scale, LoadPlan plan, Func<Task> rest)
    {
        var results = new List<LoadResult>();
        for (var run = 0; run < scale.Runs; run++)
        {
            var result = await LoadGenerator.StartAsync(plan);
            if (result.Refused > 0)
                throw new InvalidOperationException($"{result.Refused} of {plan.Events} events were not acknowledged.");
            results.Add(result);
            await rest();
        }

        return results;
    }

    private static void ReportPaced(Report report, string name, List<LoadResult> results, bool isOurs)
    {
        var (p50, p99) = (new Samples(results.Select(result => result.P50)), new Samples(results.Select(result => result.P99)));
        var (what, figure) = ($"events at {FixedRate}/s, {name}", $"p50 {p50.Show("ms")}, p99 {p99.Show("ms")}");
        if (isOurs)
            report.Add(what, figure, "p99 < 50 ms", p99.Median < 50);
        else
            report.Add(what, figure);
    }

    private static double ReportFlat(Report report, string name, List<LoadResult> results, bool hasBar)
    {
        var rate = new Samples(results.Select(result => result.PerSecond));
        var p99 = new Samples(results.Select(result => result.P99));
        var generator = new Samples(results.Select(result => result.ProcessorSeconds * 1_000_000 / result.Acknowledged));
        var figure = $"{rate.Show("/s")}, p99 {p99.Show("ms")}; the generator took {generator.Show("µs")} of processor an event";
        if (hasBar)
            report.Add($"events at saturation, {name}", figure, ">= 2,000/s", rate.Median >= 2000);
        else
            report.Add($"events at saturation, {name}", figure);
        return rate.Median;
    }

    private static async Task NodeAsync(Scale scale, Report report, double durable, double relaxed)
    {
        using var folder = new TempFolder();
        if (await NodeSdk.InstallAsync(folder) is { } trouble)
        {
            report.Add("events at saturation, Node SDK doing nothing", $"not measured: {trouble}");
            return;
        }

        var port = Child.FreePort();
        await using var node = await NodeSdk.StartAsync(folder, port, new FeishuPlatformOptions());
        var rate = await MeasureAsync(scale, report, "Node SDK doing nothing", port, () => Task.CompletedTask);
        report.Add("redis-server, appendfsync always, against the Node SDK", Ratio(durable, rate), ">= 2 ×", durable >= 2 * rate);
        report.Add("redis-server, appendfsync everysec, against the Node SDK", Ratio(relaxed, rate), ">= 2 ×", relaxed >= 2 * rate);
    }

    private static string Ratio(double ours, double theirs) => FormattableString.Invariant($"{ours / theirs:0.00} ×");
}
