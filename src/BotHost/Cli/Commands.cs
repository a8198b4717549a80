using System.CommandLine;
using Wenlu.BotHost.Cli.Doctor;
using Wenlu.BotHost.Cli.Eval;
using Wenlu.BotHost.Cli.Gaps;
using Wenlu.BotHost.Cli.Push;
using Wenlu.BotHost.Cli.Revisions;
using Wenlu.BotHost.Cli.Search;
using Wenlu.BotHost.Cli.Sync;

namespace Wenlu.BotHost.Cli;

/// <summary>What the executable can be told to do; told nothing, it serves.</summary>
internal static class Commands
{
    /// <summary>Runs a command. What serve does not know is the host's configuration; serve runs the service and returns the exit code.</summary>
    public static Task<int> RunAsync(string[] args, Func<string[], Task<int>> serve)
    {
        // Without a command everything belongs to the host, whose own syntax (--Key=value, --urls …) is not for us to check.
        if (args is [] or [['-', ..], ..] && !AsksForHelp(args))
            return serve(args);
        return RunAsync(Create(serve).Parse(args));
    }

    // What the parser does not understand is misuse like any other.
    private static async Task<int> RunAsync(ParseResult parsed)
    {
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? ExitCode.Misused : code;
    }

    private static bool AsksForHelp(string[] args) => args is ["-h" or "-?" or "--help" or "--version", ..];

    private static RootCommand Create(Func<string[], Task<int>> serve) => new(CliTexts.Root.In(CliLanguage.Current))
    {
        ServeCommand(serve),
        PushCommand.Create(),
        RevisionsCommand.Create(),
        EvalCommand.Create(),
        SearchCommand.Create(),
        SyncCommand.Create(),
        GapsCommand.Create(),
        DoctorCommand.Create(),
    };

    private static Command ServeCommand(Func<string[], Task<int>> serve)
    {
        var command = new Command("serve", CliTexts.Serve.In(CliLanguage.Current)) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((result, _) => serve([.. result.UnmatchedTokens]));
        return command;
    }
}
