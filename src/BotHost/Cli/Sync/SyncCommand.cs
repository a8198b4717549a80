using System.CommandLine;
using Spectre.Console;

namespace Wenlu.BotHost.Cli.Sync;

/// <summary><c>sync</c>, <c>sync add</c>, <c>sync remove</c> and <c>sync now</c>: the arguments.</summary>
internal static class SyncCommand
{
    public static Command Create()
    {
        var language = CliLanguage.Current;
        var server = new Option<string>("--server") { Description = CliTexts.Server.In(language), DefaultValueFactory = _ => ServiceArguments.DefaultServer, Recursive = true };
        var key = new Option<string?>("--key") { Description = CliTexts.Key.In(language), Recursive = true };
        var url = new Argument<string>("url") { Description = SyncTexts.Url.In(language) };
        var space = new Option<bool>("--space") { Description = SyncTexts.Space.In(language) };
        var command = new Command("sync", SyncTexts.Command.In(language)) { server, key };
        command.SetAction((result, cancel) => RunAsync(result, server, key, (run, token) => run.ShowAsync(token), cancel));
        command.Add(SubCommand("add", SyncTexts.Add, [url], [space], (result, cancel) => RunAsync(
            result, server, key, (run, token) => run.AddAsync(result.GetRequiredValue(url), result.GetValue(space), token), cancel)));
        command.Add(SubCommand("remove", SyncTexts.Remove, [url], [], (result, cancel) => RunAsync(
            result, server, key, (run, token) => run.RemoveAsync(result.GetRequiredValue(url), token), cancel)));
        command.Add(SubCommand("now", SyncTexts.Now, [], [], (result, cancel) => RunAsync(result, server, key, (run, token) => run.NowAsync(token), cancel)));
        return command;
    }

    /// <summary>The exit code, see <see cref="ExitCode"/>.</summary>
    public static Task<int> RunAsync(string server, string? key, IAnsiConsole console, Func<SyncActions, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        Attempt.RunAsync(console, SyncTexts.Stopped, async language =>
        {
            var address = ServiceArguments.AddressOf(server) ?? throw new CommandException(CliTexts.NotAnAddress(server));
            if ((key ?? ServiceArguments.KeyOfEnvironment) is not { Length: > 0 } given)
                throw new CommandException(CliTexts.NoKey);
            using var client = new SyncClient(address, given, language);
            await act(new SyncActions(client, console, language), cancellationToken);
        }, cancellationToken);

    private static Task<int> RunAsync(
        ParseResult result, Option<string> server, Option<string?> key, Func<SyncActions, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        RunAsync(result.GetRequiredValue(server), result.GetValue(key), AnsiConsole.Console, act, cancellationToken);

    private static Command SubCommand(
        string name, Bilingual text, Argument[] arguments, Option[] options, Func<ParseResult, CancellationToken, Task<int>> act)
    {
        var command = new Command(name, text.In(CliLanguage.Current));
        foreach (var argument in arguments)
            command.Add(argument);
        foreach (var option in options)
            command.Add(option);
        command.SetAction(act);
        return command;
    }
}
