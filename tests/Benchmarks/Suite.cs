using Spectre.Console;
using Wenlu.Benchmarks.Children;
using Wenlu.Benchmarks.Search;

namespace Wenlu.Benchmarks;

/// <summary>The benchmarks by name. Each adds its figures to one report, which is printed at the end as a Markdown table.</summary>
internal static class Suite
{
    private static readonly Dictionary<string, Func<Scale, Report, Task>> Benchmarks = new()
    {
        ["start"] = StartBenchmark.RunAsync,
        ["memory"] = MemoryBenchmark.RunAsync,
        ["events"] = EventsBenchmark.RunAsync,
        ["stream"] = StreamBenchmark.RunAsync,
        ["push"] = PushBenchmark.RunAsync,
        ["pages"] = PagesBenchmark.RunAsync,
        ["desk"] = DeskBenchmark.RunAsync,
        ["docx"] = DocxBenchmark.RunAsync,
        ["sync"] = SyncBenchmark.RunAsync,
        ["folder"] = FolderPushBenchmark.RunAsync,
        ["search"] = SearchBenchmark.RunAsync,
        ["dense"] = DenseBenchmark.RunAsync,
        ["hybrid"] = HybridBenchmark.RunAsync,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var scale = args.Contains("--quick") ? Scale.Quick : Scale.Full;
        var names = args.Where(argument => argument != "--quick").ToList();
        if (names is ["all"])
            names = [.. Benchmarks.Keys];
        if (names.Count == 0 || names.Any(name => !Benchmarks.ContainsKey(name)))
            return Explain();
        var report = new Report(scale);
        foreach (var name in names)
            await Benchmarks[name](scale, report);
        await PublishedBot.RemoveAsync();
        report.Print();
        return 0;
    }

    private static int Explain()
    {
        AnsiConsole.WriteLine($"Usage: all, or any of {string.Join(", ", Benchmarks.Keys)}; --quick for a short look at whether they work.");
        return 2;
    }
}
