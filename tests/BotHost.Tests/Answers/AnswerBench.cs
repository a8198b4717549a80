using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Llm;
using Wenlu.Retrieval.Search;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Answers;

/// <summary>The answers feature as the service registers it, over a few passages and a scripted model.</summary>
internal sealed class AnswerBench : IAsyncDisposable
{
    private readonly IHost host;

    private AnswerBench(IHost host, ScriptedModel model, KnownPassages knowledge, Journal journal) =>
        (this.host, Model, Knowledge, Journal) = (host, model, knowledge, journal);

    public ScriptedModel Model { get; }

    public KnownPassages Knowledge { get; }

    public Journal Journal { get; }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<AnswerBench> StartAsync(ModelDialect? dialect = ModelDialect.OpenAI, params (string Key, string? Value)[] settings)
    {
        var model = await ScriptedModel.StartAsync();
        var knowledge = new KnownPassages();
        var journal = new Journal();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        foreach (var (key, value) in Settings(model, dialect).Concat(settings))
            builder.Configuration[key] = value;
        builder.Services.AddLogging(logging => logging.ClearProviders().AddProvider(journal).SetMinimumLevel(LogLevel.Trace));
        builder.Services.AddSingleton<IRetriever>(knowledge);
        builder.AddLlm();
        builder.AddAnswers();
        return new(builder.Build(), model, knowledge, journal);
    }

    public async Task<(Answer Answer, IReadOnlyList<AnswerProgress> Progress)> AskAsync(string text, params Turn[] history)
    {
        var progress = new List<AnswerProgress>();
        await foreach (var report in Get<Answerer>().AnswerAsync(new Question(text, history, ["everyone"]), CancellationToken.None))
            progress.Add(report);
        return (progress[^1].ShouldBeOfType<AnswerProgress.Finished>().Answer, progress);
    }

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        await Model.DisposeAsync();
        Model.Violations.ShouldBeEmpty();
    }

    private static IEnumerable<(string Key, string? Value)> Settings(ScriptedModel model, ModelDialect? dialect) => dialect is not { } spoken
        ? []
        :
        [
            ("Llm:Provider", spoken == ModelDialect.OpenAI ? "OpenAI" : "AzureOpenAI"),
            ("Llm:Endpoint", model.EndpointFor(spoken).ToString()),
            ("Llm:ApiKey", model.ApiKey),
            ("Llm:ChatModel", "writer"),
            ("Llm:FirstToken", "00:00:02"),
            ("Llm:Stall", "00:00:01"),
        ];
}
