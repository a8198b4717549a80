using System.CommandLine;
using Spectre.Console;
using Wenlu.Retrieval.Evaluation;

namespace Wenlu.BotHost.Cli.Eval;

/// <summary><c>eval &lt;folder&gt;</c>: asks a dataset's questions as the product would, and prints how good the answers' places were.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var language = CliLanguage.Current;
        var folder = new Argument<string?>("folder") { Description = EvalTexts.Folder.In(language), Arity = ArgumentArity.ZeroOrOne };
        var docs = new Option<string[]>("--docs") { Description = EvalTexts.Docs.In(language) };
        var foreign = new Option<string?>("--foreign") { Description = EvalTexts.ForeignOption.In(language) };
        var output = new Option<string?>("--out") { Description = EvalTexts.Out.In(language) };
        var depth = new Option<int>("--k") { Description = EvalTexts.Depth.In(language), DefaultValueFactory = _ => Evaluator.DefaultDepth };
        var compare = new Option<string[]>("--compare")
        {
            Description = EvalTexts.Compare.In(language),
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("eval", EvalTexts.Command.In(language)) { folder, docs, foreign, output, depth, compare };
        command.SetAction((result, cancellationToken) => RunAsync(
            new(result.GetValue(folder), result.GetValue(docs) ?? [], result.GetValue(foreign), result.GetValue(output), result.GetValue(depth),
                result.GetValue(compare) ?? []),
            AnsiConsole.Console, cancellationToken));
        return command;
    }

    /// <summary>See <see cref="ExitCode"/>.</summary>
    public static Task<int> RunAsync(EvalSettings settings, IAnsiConsole console, CancellationToken cancellationToken) =>
        Attempt.RunAsync(console, EvalTexts.Stopped, language => RunAsync(settings, console, language, cancellationToken), cancellationToken);

    private static async Task RunAsync(EvalSettings settings, IAnsiConsole console, Language language, CancellationToken cancellationToken)
    {
        if (settings.Complaint() is { } complaint)
            throw new CommandException(complaint);
        if (settings.Compare is [var first, var second])
            Compare(first, second, new EvalReport(console, language));
        else
            await EvaluateAsync(settings, console, language, cancellationToken);
    }

    private static void Compare(string first, string second, EvalReport report)
    {
        var comparison = RunComparison.Of(RunFile.Read(first), RunFile.Read(second));
        if (comparison.Questions == 0)
            throw new CommandException(EvalTexts.NoCommonQuestions(first, second));
        report.Write(comparison);
    }

    private static async Task EvaluateAsync(EvalSettings settings, IAnsiConsole console, Language language, CancellationToken cancellationToken)
    {
        var folder = EvalFolder.Read(settings.Folder!, settings.Docs);
        var foreign = settings.Foreign is null ? [] : EvalFolder.ReadQuestions(settings.Foreign);
        using var understanding = new Understanding();
        var run = await EvalProgress.ShowAsync(
            console, language, progress => EvalRun.RunAsync(folder, foreign, understanding, settings.Depth, progress, cancellationToken));
        var figures = EvaluationFigures.Of(run);
        new EvalReport(console, language).Write(run, figures);
        if (settings.Out is { } path)
            RunFile.Write(path, run, figures);
    }
}
