using System.CommandLine;
using Spectre.Console;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Cli.Revisions;

/// <summary><c>revisions &lt;id&gt;</c>: what a document was, and how to have that back.</summary>
internal static class RevisionsCommand
{
    public static Command Create()
    {
        var language = CliLanguage.Current;
        var id = new Argument<string>("id") { Description = RevisionTexts.Id.In(language) };
        var server = new Option<string>("--server") { Description = CliTexts.Server.In(language), DefaultValueFactory = _ => ServiceArguments.DefaultServer };
        var key = new Option<string?>("--key") { Description = CliTexts.Key.In(language) };
        var show = new Option<long?>("--show") { Description = RevisionTexts.Show.In(language) };
        var diff = new Option<long[]>("--diff") { Description = RevisionTexts.Diff.In(language), Arity = new(1, 2), AllowMultipleArgumentsPerToken = true };
        var restore = new Option<long?>("--restore") { Description = RevisionTexts.Restore.In(language) };
        var command = new Command("revisions", RevisionTexts.Command.In(language)) { id, server, key, show, diff, restore };
        command.SetAction((result, cancellationToken) => RunAsync(
            new(result.GetRequiredValue(id), result.GetRequiredValue(server), result.GetValue(key) ?? ServiceArguments.KeyOfEnvironment)
            {
                Show = result.GetValue(show),
                Diff = result.GetValue(diff) ?? [],
                Restore = result.GetValue(restore),
            },
            AnsiConsole.Console, cancellationToken));
        return command;
    }

    /// <summary>See <see cref="ExitCode"/>.</summary>
    public static Task<int> RunAsync(RevisionsSettings settings, IAnsiConsole console, CancellationToken cancellationToken) => Attempt.RunAsync(
        console,
        RevisionTexts.Stopped,
        async language =>
        {
            if (settings.Complaint() is { } complaint)
                throw new CommandException(complaint);
            using var client = new KnowledgeClient(ServiceArguments.AddressOf(settings.Server)!, settings.Key, language);
            await RunAsync(settings, client, console, language, cancellationToken);
        },
        cancellationToken);

    private static async Task RunAsync(RevisionsSettings settings, KnowledgeClient client, IAnsiConsole console, Language language, CancellationToken cancellationToken)
    {
        switch (settings)
        {
            case { Show: { } shown }:
                console.WriteLine(await client.ReadRevisionAsync(settings.Id, $"{shown}", MediaTypes.Markdown, cancellationToken));
                break;
            case { Diff: [var from, .. var to] }:
                console.WriteLine(await client.ReadRevisionAsync(settings.Id, $"{from}/diff{(to is [var newer] ? $"?to={newer}" : "")}", MediaTypes.Diff, cancellationToken));
                break;
            case { Restore: { } past }:
                var list = await client.ListRevisionsAsync(settings.Id, cancellationToken);
                var written = await client.RestoreAsync(settings.Id, past, list.CurrentRevision, cancellationToken);
                console.WriteLine(RevisionTexts.Restored(past, written.Revision).In(language));
                break;
            default:
                Write(await client.ListRevisionsAsync(settings.Id, cancellationToken), console, language);
                break;
        }
    }

    private static void Write(RevisionList list, IAnsiConsole console, Language language)
    {
        var table = CliTable.Create(console, RevisionTexts.Columns.Select(column => column.In(language)));
        foreach (var revision in list.Revisions)
            table.AddRow(
                Markup.Escape($"{revision.Revision}{(revision.Revision == list.CurrentRevision ? " *" : "")}"), Markup.Escape(revision.Title),
                Markup.Escape(revision.Editor.Length > 0 ? revision.Editor : "-"), $"{revision.WrittenAt:yyyy-MM-dd HH:mm}", $"{revision.Size}");
        console.Write(table);
        if (list.CurrentRevision is null)
            console.WriteLine(RevisionTexts.Deleted(list.DeletedBy ?? "", list.DeletedAt).In(language));
    }
}
