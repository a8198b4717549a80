using System.CommandLine;
using Spectre.Console;

namespace Wenlu.BotHost.Cli.Gaps;

/// <summary>What <c>gaps</c> was told.</summary>
internal sealed record GapsSettings(string Server, string? Key, int Count)
{
    private const int MaxCount = 200;

    /// <summary>What is wrong with them.</summary>
    public Bilingual? Complaint()
    {
        if (Count is < 1 or > MaxCount)
            return GapsTexts.BadCount;
        if (ServiceArguments.AddressOf(Server) is null)
            return CliTexts.NotAnAddress(Server);
        return string.IsNullOrEmpty(Key) ? CliTexts.NoKey : null;
    }
}

/// <summary><c>gaps</c>: shows the questions that wait for an answer.</summary>
internal static class GapsCommand
{
    private const int DefaultCount = 20;

    public static Command Create()
    {
        var language = CliLanguage.Current;
        var server = new Option<string>("--server") { Description = CliTexts.Server.In(language), DefaultValueFactory = _ => ServiceArguments.DefaultServer };
        var key = new Option<string?>("--key") { Description = CliTexts.Key.In(language) };
        var count = new Option<int>("-n") { Description = GapsTexts.Count.In(language), DefaultValueFactory = _ => DefaultCount };
        var command = new Command("gaps", GapsTexts.Command.In(language)) { server, key, count };
        command.SetAction((result, cancellationToken) => RunAsync(
            new(result.GetRequiredValue(server), result.GetValue(key) ?? ServiceArguments.KeyOfEnvironment, result.GetValue(count)),
            AnsiConsole.Console, CliLanguage.Current, cancellationToken));
        return command;
    }

    /// <summary>See <see cref="ExitCode"/>; that nothing waits is good news.</summary>
    public static Task<int> RunAsync(GapsSettings settings, IAnsiConsole console, Language language, CancellationToken cancellationToken) => Attempt.RunAsync(
        console,
        GapsTexts.Stopped,
        async _ =>
        {
            if (settings.Complaint() is { } complaint)
                throw new CommandException(complaint);
            using var client = new KnowledgeClient(ServiceArguments.AddressOf(settings.Server)!, settings.Key, language);
            new GapsReport(console, language).Write(await client.ListGapsAsync(settings.Count, cancellationToken));
        },
        cancellationToken);
}
