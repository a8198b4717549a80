using Spectre.Console;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>Prints the findings as a table, worst news in colour, and the verdict below it.</summary>
internal sealed class DoctorReport(IAnsiConsole console, Language language)
{
    public void Write(DoctorOutcome outcome)
    {
        var table = CliTable.Create(console, [DoctorTexts.State.In(language), DoctorTexts.Item.In(language), DoctorTexts.Finding.In(language)]);
        table.Columns[0].NoWrap();
        table.Columns[0].Width(8);
        table.Columns[1].Width(20);
        foreach (var finding in outcome.Findings)
            table.AddRow(new Markup(DoctorTexts.Word(finding.Severity).In(language), StyleOf(finding.Severity)), new Text(finding.Subject.Name.In(language)), new Text(Tell(finding)));
        console.Write(table);
        console.MarkupLineInterpolated($"[bold]{DoctorTexts.Verdict(outcome.Failures, outcome.Warnings).In(language)}[/]");
    }

    /// <summary>A file or a pipe gets one line for each finding, so that it can be searched.</summary>
    private string Tell(Finding finding) => finding.Remedy is { } remedy
        ? finding.Seen.In(language) + (console.Profile.Out.IsTerminal ? "\n" : " ") + Arrow + remedy.In(language)
        : finding.Seen.In(language);

    /// <summary>Lines are broken at spaces, and a Chinese sentence has none: it would leave the arrow alone.</summary>
    private string Arrow => language == Language.Chinese ? "→" : "→ ";

    private static Style StyleOf(Severity severity) => severity switch
    {
        Severity.Ok => new Style(Color.Green),
        Severity.Note => new Style(Color.Grey),
        Severity.Warning => new Style(Color.Yellow),
        _ => new Style(Color.Red, decoration: Decoration.Bold),
    };
}
