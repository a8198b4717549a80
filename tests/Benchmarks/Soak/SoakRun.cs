using System.Diagnostics;
using Spectre.Console;

namespace Wenlu.Benchmarks.Soak;

/// <summary>
/// The promise under everything at once: two real processes, traffic as it comes, faults and kills, and at the end every question
/// stands on exactly one finished card. <c>soak [--minutes 10] [--rate 50] [--seed n]</c>
/// </summary>
internal static class SoakRun
{
    public const string Verb = "soak";

    public static async Task<int> RunAsync(string[] args)
    {
        var plan = SoakPlan.Parse(args);
        Report.Progress($"{plan.Duration.TotalMinutes:0.#} minutes at {plan.Rate} events/s, seed {plan.Seed}");
        await using var world = await SoakWorld.StartAsync();
        var (traffic, faults) = (new SoakTraffic(world, plan), new SoakFaults(world, plan));
        var begun = Stopwatch.GetTimestamp();
        await RunAsync(world, traffic, faults);
        Report.Progress($"all was sent after {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s; waiting for the last answers");
        var findings = await new SoakVerdict(world, traffic).FindAsync();
        Print(world, traffic, faults, findings);
        return findings.Count == 0 ? 0 : 1;
    }

    private static async Task RunAsync(SoakWorld world, SoakTraffic traffic, SoakFaults faults)
    {
        faults.Confuse(world.Model);
        using var stop = new CancellationTokenSource();
        var (faulting, killing) = (faults.RunAsync(stop.Token), faults.KillAsync(stop.Token));
        await traffic.RunAsync();
        await killing;
        await stop.CancelAsync();
        await faulting;
        world.Platform.ClearFaults();
    }

    private static void Print(SoakWorld world, SoakTraffic traffic, SoakFaults faults, IReadOnlyList<string> findings)
    {
        var asked = traffic.Questions;
        var table = new Table().MarkdownBorder().AddColumns("what", "figure");
        table.AddRow("events sent; never accepted", $"{traffic.Sent}; {traffic.NotAccepted}");
        table.AddRow("questions; accepted; taken back", $"{asked.Count}; {asked.Count(question => question.IsAccepted)}; {asked.Count(question => question.IsRecalled)}");
        table.AddRow("finished cards", $"{asked.Sum(question => world.Platform.FinishedCards(question.Message.MessageId).Count)}");
        table.AddRow("clicks; answered", $"{traffic.Clicks.Sent}; {traffic.Clicks.Answered}");
        table.AddRow("acknowledged by webhook, p50 / p99", Percentiles(traffic.Acknowledgements(isWebhook: true)));
        table.AddRow("acknowledged by long connection, p50 / p99", Percentiles(traffic.Acknowledgements(isWebhook: false)));
        table.AddRow("acknowledged over it too late", $"{world.Platform.Connections.LateAcknowledgements}");
        table.AddRow("long connections opened", $"{world.Platform.Connections.All.Count}");
        table.AddRow("faults", string.Join(", ", faults.Caused.Select(fault => $"{fault.Value} × {fault.Key}")));
        table.AddRow("calls to the platform; refused by its limits", $"{world.Platform.Calls.Count}; {world.Platform.Calls.Count(call => call.Code is 99991400 or 230020 && call.Message != "injected")}");
        table.AddRow("what should not be", findings.Count == 0 ? "nothing" : $"{findings.Count}");
        AnsiConsole.Profile.Width = 240;
        AnsiConsole.Write(table);
        foreach (var finding in findings.Take(40))
            AnsiConsole.WriteLine(finding);
    }

    private static string Percentiles(IReadOnlyList<double> sorted) =>
        sorted.Count == 0 ? "none" : $"{sorted[sorted.Count / 2]:F1} / {sorted[sorted.Count * 99 / 100]:F1} ms";
}
