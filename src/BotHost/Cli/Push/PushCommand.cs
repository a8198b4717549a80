using System.CommandLine;
using Spectre.Console;

namespace Wenlu.BotHost.Cli.Push;

/// <summary><c>push &lt;folder&gt;</c>: the arguments, and what is said about the outcome.</summary>
internal static class PushCommand
{
    public static Command Create()
    {
        var language = CliLanguage.Current;
        var folder = new Argument<string>("folder") { Description = CliTexts.Folder.In(language) };
        var server = new Option<string>("--server") { Description = CliTexts.Server.In(language), DefaultValueFactory = _ => ServiceArguments.DefaultServer };
        var key = new Option<string?>("--key") { Description = CliTexts.Key.In(language) };
        var include = new Option<string[]>("--include") { Description = PushTexts.Include.In(language), DefaultValueFactory = _ => [] };
        var exclude = new Option<string[]>("--exclude") { Description = PushTexts.Exclude.In(language), DefaultValueFactory = _ => [] };
        var origin = new Option<string?>("--origin") { Description = PushTexts.Origin.In(language) };
        var prune = new Option<bool>("--prune") { Description = PushTexts.Prune.In(language) };
        var dryRun = new Option<bool>("--dry-run") { Description = PushTexts.DryRun.In(language) };
        var yes = new Option<bool>("--yes") { Description = PushTexts.Yes.In(language) };
        var command = new Command("push", CliTexts.Push.In(language)) { folder, server, key, include, exclude, origin, prune, dryRun, yes };
        command.SetAction((result, cancellationToken) => RunAsync(
            new(result.GetRequiredValue(folder), result.GetRequiredValue(server), result.GetValue(key) ?? ServiceArguments.KeyOfEnvironment)
            {
                Include = result.GetRequiredValue(include),
                Exclude = result.GetRequiredValue(exclude),
                Origin = result.GetValue(origin),
                Prune = result.GetValue(prune),
                DryRun = result.GetValue(dryRun),
                Yes = result.GetValue(yes),
            },
            AnsiConsole.Console, cancellationToken));
        return command;
    }

    /// <summary>0 when everything is as the folder has it, 1 when a file is not, 2 when nothing could be tried.</summary>
    public static async Task<int> RunAsync(PushSettings settings, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var language = CliLanguage.Current;
        if (settings.Complaint() is { } complaint)
            return Fail(console, complaint.In(language));
        try
        {
            using var client = new KnowledgeClient(ServiceArguments.AddressOf(settings.Server)!, settings.Key, language);
            return Report(console, settings, await new FolderPush(client, settings, console, language).RunAsync(cancellationToken), language);
        }
        catch (ServiceException exception)
        {
            return Fail(console, exception.Sentence.In(language));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail(console, CliTexts.Stopped.In(language));
        }
    }

    private static int Fail(IAnsiConsole console, string sentence)
    {
        console.MarkupLineInterpolated($"[red]{sentence}[/]");
        return ExitCode.Misused;
    }

    private static int Report(IAnsiConsole console, PushSettings settings, PushOutcome outcome, Language language)
    {
        console.WriteLine(PushTexts.Summary(outcome, settings.DryRun).In(language));
        if (outcome.Failed.Count == 0)
            return ExitCode.Done;
        console.WriteLine(CliTexts.FailedHeading.In(language));
        foreach (var file in outcome.Failed)
            console.MarkupLineInterpolated($"  [red]{file.Path}[/]  {file.Why}");
        return ExitCode.Failed;
    }
}
