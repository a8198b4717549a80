using System.CommandLine;
using Spectre.Console;

namespace Wenlu.BotHost.Cli;

/// <summary><c>push &lt;folder&gt;</c>: the arguments, and what is said about the outcome.</summary>
internal static class PushCommand
{
    public static Command Create()
    {
        var language = CliLanguage.Current;
        var folder = new Argument<string>("folder") { Description = CliTexts.Folder.In(language) };
        var server = new Option<string>("--server") { Description = CliTexts.Server.In(language), DefaultValueFactory = _ => ServiceArguments.DefaultServer };
        var key = new Option<string?>("--key") { Description = CliTexts.Key.In(language) };
        var command = new Command("push", CliTexts.Push.In(language)) { folder, server, key };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(folder), result.GetRequiredValue(server), result.GetValue(key), AnsiConsole.Console, cancellationToken));
        return command;
    }

    /// <summary>0 when everything is in the knowledge base, 1 when a file is not, 2 when nothing could be tried.</summary>
    public static async Task<int> RunAsync(string folder, string server, string? key, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var language = CliLanguage.Current;
        key ??= ServiceArguments.KeyOfEnvironment;
        if (Complaint(folder, server, key) is { } complaint)
            return Fail(console, complaint.In(language));
        try
        {
            using var client = new KnowledgeClient(ServiceArguments.AddressOf(server)!, key!, language);
            return Report(console, await new FolderPush(client, console, language).RunAsync(Path.GetFullPath(folder), cancellationToken), language);
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

    private static Bilingual? Complaint(string folder, string server, string? key)
    {
        if (!Directory.Exists(folder))
            return CliTexts.NoFolder(folder);
        if (ServiceArguments.AddressOf(server) is null)
            return CliTexts.NotAnAddress(server);
        return string.IsNullOrWhiteSpace(key) ? CliTexts.NoKey : null;
    }

    private static int Fail(IAnsiConsole console, string sentence)
    {
        console.MarkupLineInterpolated($"[red]{sentence}[/]");
        return 2;
    }

    private static int Report(IAnsiConsole console, PushOutcome outcome, Language language)
    {
        console.WriteLine(CliTexts.Summary(outcome.Pushed, outcome.Unchanged, outcome.Failed.Count).In(language));
        if (outcome.Failed.Count == 0)
            return 0;
        console.WriteLine(CliTexts.FailedHeading.In(language));
        foreach (var file in outcome.Failed)
            console.MarkupLineInterpolated($"  [red]{file.Path}[/]  {file.Why}");
        return 1;
    }
}
