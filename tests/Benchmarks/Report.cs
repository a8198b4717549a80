using System.Runtime.InteropServices;
using Spectre.Console;

namespace Wenlu.Benchmarks;

/// <summary>Collects the figures and says what is going on meanwhile.</summary>
internal sealed class Report(Scale scale)
{
    private readonly Table table = new Table().MarkdownBorder().AddColumns("what", "figure", "bar", "met");

    public static void Progress(string what) => AnsiConsole.MarkupLine($"[grey]{DateTime.Now:HH:mm:ss}[/] {what.EscapeMarkup()}");

    public void Add(string what, string figure) => table.AddRow(what.EscapeMarkup(), figure.EscapeMarkup(), "", "");

    public void Add(string what, string figure, string bar, bool isMet) =>
        table.AddRow(what.EscapeMarkup(), figure.EscapeMarkup(), bar.EscapeMarkup(), isMet ? "yes" : "NO");

    public void Print()
    {
        // A table in a log is as wide as it is; folded lines would not be Markdown.
        AnsiConsole.Profile.Width = 240;
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores.");
        AnsiConsole.WriteLine($"Medians of {scale.Runs} runs ({scale.Starts} starts), the extremes in brackets.");
        AnsiConsole.WriteLine();
        AnsiConsole.Write(table);
    }
}
