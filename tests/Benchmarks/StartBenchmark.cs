using Wenlu.Benchmarks.Children;

namespace Wenlu.Benchmarks;

/// <summary>From the start of the process to readiness with the seeds searchable: into an empty folder, and again into the same one.</summary>
internal static class StartBenchmark
{
    public static async Task RunAsync(Scale scale, Report report)
    {
        await MeasureAsync(scale, report, "build output", Repository.BuiltBot, bar: 4);
        await MeasureAsync(scale, report, "published, ReadyToRun", await PublishedBot.GetAsync(), bar: 2);
    }

    private static async Task MeasureAsync(Scale scale, Report report, string name, string executable, int bar)
    {
        Report.Progress($"start: {name}");
        var starts = new List<(TimeSpan First, TimeSpan Second, TimeSpan Stop)>();
        for (var run = 0; run < scale.Starts; run++)
            starts.Add(await StartTwiceAsync(executable));
        Add("first start", start => start.First.TotalSeconds, bar);
        Add("second start", start => start.Second.TotalSeconds, bar);
        Add("stop", start => start.Stop.TotalSeconds, 5);

        void Add(string what, Func<(TimeSpan First, TimeSpan Second, TimeSpan Stop), double> seconds, int limit)
        {
            var samples = new Samples(starts.Select(seconds));
            report.Add($"{what}, {name}", samples.Show("s"), $"< {limit} s", samples.Median < limit);
        }
    }

    private static async Task<(TimeSpan First, TimeSpan Second, TimeSpan Stop)> StartTwiceAsync(string executable)
    {
        using var folder = new TempFolder();
        var (first, _) = await StartOnceAsync(executable, folder);
        var (second, stop) = await StartOnceAsync(executable, folder);
        return (first, second, stop);
    }

    private static async Task<(TimeSpan Ready, TimeSpan Stop)> StartOnceAsync(string executable, TempFolder folder)
    {
        await using var bot = await BotProcess.StartAsync(executable, folder["data"]);
        return (bot.TimeToReady, await bot.StopAsync());
    }
}
