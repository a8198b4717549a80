using System.CommandLine;
using Spectre.Console;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary><c>doctor</c>: what is wrong here, and what to do about it. Other arguments are configuration, as for serve.</summary>
internal static class DoctorCommand
{
    private const int Unbroken = 2_000;

    public static Command Create()
    {
        var language = CliLanguage.Current;
        var json = new Option<bool>("--json") { Description = DoctorTexts.Json.In(language) };
        var command = new Command("doctor", DoctorTexts.Command.In(language)) { json };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((result, cancellationToken) => RunAsync([.. result.UnmatchedTokens], result.GetValue(json), AnsiConsole.Console, language, cancellationToken));
        return command;
    }

    /// <summary>See <see cref="ExitCode"/>: failed when a check failed; warnings do not.</summary>
    public static async Task<int> RunAsync(string[] settings, bool asJson, IAnsiConsole console, Language language, CancellationToken cancellationToken)
    {
        if (!console.Profile.Out.IsTerminal && console.Profile.Width < Unbroken)
            console.Profile.Width = Unbroken;
        try
        {
            var outcome = await LookAsync(settings, asJson ? null : console, language, cancellationToken);
            Write(outcome, asJson, console, language);
            return outcome.Failures == 0 ? ExitCode.Done : ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            console.MarkupLineInterpolated($"[red]{DoctorTexts.Stopped.In(language)}[/]");
            return ExitCode.Failed;
        }
    }

    private static Task<DoctorOutcome> LookAsync(string[] settings, IAnsiConsole? console, Language language, CancellationToken cancellationToken) =>
        console is { Profile.Capabilities.Interactive: true }
            ? console.Status().StartAsync(DoctorTexts.Looking.In(language), _ => Examination.RunAsync(settings, cancellationToken))
            : Examination.RunAsync(settings, cancellationToken);

    private static void Write(DoctorOutcome outcome, bool asJson, IAnsiConsole console, Language language)
    {
        if (asJson)
            console.Profile.Out.Writer.WriteLine(DoctorAnswer.Of(outcome, language).ToJson());
        else
            new DoctorReport(console, language).Write(outcome);
    }
}
