using System.Net.Http.Json;
using Wenlu.Benchmarks.Children;

namespace Wenlu.Benchmarks;

/// <summary>What the service takes when nobody asks anything, and after it was asked: resident memory and processor time.</summary>
internal static class MemoryBenchmark
{
    public static async Task RunAsync(Scale scale, Report report)
    {
        await MeasureAsync(scale, report, "build output", Repository.BuiltBot);
        await MeasureAsync(scale, report, "published, ReadyToRun", await PublishedBot.GetAsync());
    }

    private static async Task MeasureAsync(Scale scale, Report report, string name, string executable)
    {
        Report.Progress($"memory: {name}");
        var states = new List<State>();
        for (var run = 0; run < scale.Runs; run++)
            states.Add(await MeasureOnceAsync(scale, executable));
        var idle = new Samples(states.Select(state => state.Idle));
        report.Add($"resident after {scale.Idle.TotalSeconds} s idle, {name}", idle.Show("MB"), "< 200 MB", idle.Median < 200);
        report.Add($"resident after {scale.Questions} questions, {name}", new Samples(states.Select(state => state.Asked)).Show("MB"));
        report.Add($"processor while idle, {name}", new Samples(states.Select(state => state.ProcessorPercent)).Show("% of a core"));
    }

    private static async Task<State> MeasureOnceAsync(Scale scale, string executable)
    {
        using var folder = new TempFolder();
        await using var bot = await BotProcess.StartAsync(executable, folder["data"]);
        await Task.Delay(scale.Idle);
        var idle = bot.ResidentMegabytes;
        var before = bot.ProcessorTime;
        await Task.Delay(scale.Idle);
        var percent = (bot.ProcessorTime - before) / scale.Idle * 100;
        await AskAsync(bot, scale.Questions);
        return new State(idle, bot.ResidentMegabytes, percent);
    }

    private static async Task AskAsync(BotProcess bot, int count)
    {
        var titles = SeedTitles();
        for (var number = 0; number < count; number++)
        {
            using var response = await bot.Http.PostAsJsonAsync("/api/ask", new { question = $"{titles[number % titles.Count]}是怎么回事？" });
            response.EnsureSuccessStatusCode();
        }
    }

    private static List<string> SeedTitles() =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => File.ReadLines(file).FirstOrDefault(line => line.StartsWith("title:", StringComparison.Ordinal)))
            .OfType<string>()
            .Select(line => line["title:".Length..].Trim())];

    private sealed record State(double Idle, double Asked, double ProcessorPercent);
}
