using System.CommandLine;
using Spectre.Console;
using Wenlu.BotHost.Knowledge;
using Wenlu.Retrieval.Evaluation;

namespace Wenlu.BotHost.Cli.Search;

/// <summary><c>search "&lt;question&gt;"</c>: shows what is found for a question, and on demand why.</summary>
internal static class SearchCommand
{
    private const int DefaultCount = 10;

    public static Command Create()
    {
        var language = CliLanguage.Current;
        var question = new Argument<string>("question") { Description = SearchTexts.Question.In(language) };
        var folder = new Option<string?>("--folder") { Description = SearchTexts.Folder.In(language) };
        var server = new Option<string?>("--server") { Description = SearchTexts.Server.In(language) };
        var key = new Option<string?>("--key") { Description = CliTexts.VisitorKey.In(language) };
        var count = new Option<int>("-k") { Description = SearchTexts.Count.In(language), DefaultValueFactory = _ => DefaultCount };
        var explain = new Option<bool>("--explain") { Description = SearchTexts.Explain.In(language) };
        var command = new Command("search", SearchTexts.Command.In(language)) { question, folder, server, key, count, explain };
        command.SetAction((result, cancellationToken) => RunAsync(
            new(result.GetRequiredValue(question), result.GetValue(folder), result.GetValue(server), result.GetValue(key), result.GetValue(count),
                result.GetValue(explain)),
            AnsiConsole.Console, cancellationToken));
        return command;
    }

    /// <summary>See <see cref="ExitCode"/>; that nothing was found is an answer too.</summary>
    public static Task<int> RunAsync(SearchSettings settings, IAnsiConsole console, CancellationToken cancellationToken) => Attempt.RunAsync(
        console,
        SearchTexts.Stopped,
        async language =>
        {
            if (settings.Complaint() is { } complaint)
                throw new CommandException(complaint);
            var response = settings.Folder is { } folder
                ? await SearchFolderAsync(folder, settings, cancellationToken)
                : await SearchServiceAsync(settings, language, cancellationToken);
            new SearchReport(console, language).Write(response);
        },
        cancellationToken);

    private static async Task<SearchResponse> SearchServiceAsync(SearchSettings settings, Language language, CancellationToken cancellationToken)
    {
        var address = ServiceArguments.AddressOf(settings.Server ?? ServiceArguments.DefaultServer)!;
        using var client = new KnowledgeClient(address, settings.Key ?? ServiceArguments.KeyOfEnvironment, language);
        return await client.SearchAsync(settings.Question, settings.Count, settings.Explain, cancellationToken);
    }

    private static async Task<SearchResponse> SearchFolderAsync(string folder, SearchSettings settings, CancellationToken cancellationToken)
    {
        var documents = KnowledgeFolder.Read(folder, new HashSet<string>());
        if (documents.Count == 0)
            throw new CommandException(CliTexts.NoFiles(folder));
        using var understanding = new Understanding();
        using var index = await FolderIndex.BuildAsync(documents, KnowledgeFolder.ReadGlossary(folder), understanding, cancellationToken);
        var query = await understanding.UnderstandAsync(new JudgedQuestion("", settings.Question, []), cancellationToken);
        return SearchEndpoint.ToResponse(
            await index.Documents.SearchAsync(query with { TopK = settings.Count, Explain = settings.Explain }, cancellationToken));
    }
}
