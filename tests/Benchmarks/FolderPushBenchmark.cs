using System.Diagnostics;
using Spectre.Console;
using Wenlu.Benchmarks.Children;
using Wenlu.Benchmarks.Search;
using Wenlu.BotHost.Cli.Push;

namespace Wenlu.Benchmarks;

/// <summary>
/// The command that editors use, on a folder of ten sections a document: everything for the first time, once more without a change,
/// and with one document in a hundred changed; and what the service then holds in memory.
/// </summary>
internal static class FolderPushBenchmark
{
    private const int Sections = 10;

    public static async Task RunAsync(Scale scale, Report report)
    {
        Report.Progress("folder: generating");
        using var folder = new TempFolder();
        var text = new ChineseText(seed: 4);
        for (var number = 0; number < scale.FolderDocuments; number++)
            Write(folder, number, text.Document(Sections));
        await using var bot = await BotProcess.StartAsync(Repository.BuiltBot, folder["data"]);

        Report.Progress("folder: pushing");
        var before = bot.ProcessorTime;
        var first = await PushAsync(bot, folder, $"{scale.FolderDocuments} pushed");
        report.Add($"push of a folder, {scale.FolderDocuments:N0} documents of {Sections} sections", Rate(scale, first));
        report.Add("processor time of the service for it", FormattableString.Invariant(
            $"{(bot.ProcessorTime - before).TotalSeconds:0.0} s, {(bot.ProcessorTime - before).TotalMilliseconds / scale.FolderDocuments:0.00} ms a document"));
        report.Add("the service after it, resident", FormattableString.Invariant($"{bot.ResidentMegabytes:0} MB"));
        await Task.Delay(scale.Idle);
        report.Add($"the same {scale.Idle.TotalSeconds:0} s later", FormattableString.Invariant($"{bot.ResidentMegabytes:0} MB"));

        Report.Progress("folder: pushing again");
        var again = await PushAsync(bot, folder, $"0 pushed, {scale.FolderDocuments} unchanged");
        report.Add("the same folder again, nothing changed", Rate(scale, again));
        for (var number = 0; number < scale.FolderDocuments; number += 100)
            Write(folder, number, text.Document(Sections));
        var changed = await PushAsync(bot, folder, $"{(scale.FolderDocuments + 99) / 100} pushed");
        report.Add("one document in a hundred changed", Rate(scale, changed));
    }

    private static void Write(TempFolder folder, int number, string text)
    {
        var path = Path.Combine(folder["docs"], $"part-{number % 100}", $"doc-{number}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static async Task<TimeSpan> PushAsync(BotProcess bot, TempFolder folder, string said)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        var started = Stopwatch.GetTimestamp();
        var code = await PushCommand.RunAsync(new PushSettings(folder["docs"], bot.Address.ToString(), BotProcess.EditorKey), console, CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(started);
        return code == 0 && output.ToString().Contains(said, StringComparison.Ordinal) ? elapsed : throw new InvalidOperationException(output.ToString());
    }

    private static string Rate(Scale scale, TimeSpan elapsed) =>
        FormattableString.Invariant($"{elapsed.TotalSeconds:0.0} s, {scale.FolderDocuments / elapsed.TotalSeconds:N0} documents/s");
}
