using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Rerank;
using Wenlu.Retrieval.Search;
using Wenlu.StandIns.Model;
namespace Wenlu.BotHost.Tests.Rerank;

public sealed class HttpRerankerTests : IAsyncLifetime
{
    private static readonly string[] Passages = ["甲", "乙", "丙"];

    private ScriptedReranker service = null!;

    public async Task InitializeAsync()
    {
        service = await ScriptedReranker.StartAsync();
        service.Score = (question, passage) => question == "年假" && passage == "丙" ? 0.9 : 0.1;
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("Cohere", "v1")]
    [InlineData("Cohere", "v1/rerank")]
    [InlineData("Tei", "")]
    [InlineData("Tei", "rerank")]
    public async Task Scores_come_back_in_the_order_of_the_passages_in_both_dialects(string api, string path)
    {
        var scores = await ScoreAsync(("Rerank:Api", api), ("Rerank:Endpoint", new Uri(service.Address, path).ToString()));

        scores.ShouldBe([0.1, 0.1, 0.9]);
        service.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"results":[]}""")]
    [InlineData("""{"results":[{"index":0,"relevance_score":1},{"index":1,"relevance_score":1},{"index":1,"relevance_score":1}]}""")]
    [InlineData("""{"results":[{"index":0,"relevance_score":1},{"index":1,"relevance_score":1},{"index":3,"relevance_score":1}]}""")]
    [InlineData("""{"results":null}""")]
    [InlineData("<html>")]
    public async Task Nonsense_leaves_the_order_as_it_is(string body)
    {
        service.Body = body;

        (await ScoreAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_leaves_the_order_as_it_is()
    {
        service.Status = 500;

        (await ScoreAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task One_that_stalls_in_its_answer_is_not_waited_for()
    {
        service.Stalls = true;

        (await ScoreAsync(("Rerank:Deadline", "00:00:00.2"))).ShouldBeNull();
    }

    [Fact]
    public async Task One_that_keeps_failing_is_left_alone()
    {
        service.Status = 503;
        using var app = Build();
        var reranker = app.Services.GetRequiredService<IReranker>();

        for (var search = 0; search < 12; search++)
            (await reranker.ScoreAsync("年假", Passages, CancellationToken.None)).ShouldBeNull();

        service.Calls.ShouldBeLessThan(12);
    }

    [Fact]
    public async Task A_search_that_was_given_up_says_so()
    {
        using var app = Build();
        var given = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(async () => await app.Services.GetRequiredService<IReranker>().ScoreAsync("年假", Passages, given));
    }

    [Theory]
    [InlineData("Rerank:Endpoint", "reranker")]
    [InlineData("Rerank:Endpoint", "ftp://reranker/")]
    [InlineData("Rerank:Api", "7")]
    [InlineData("Rerank:Model", " ")]
    [InlineData("Rerank:ApiKey", "a b")]
    [InlineData("Rerank:Deadline", "00:00:00")]
    [InlineData("Rerank:Deadline", "00:01:00")]
    public async Task A_wrong_setting_is_named(string key, string value)
    {
        using var app = Build((key, value));

        Should.Throw<OptionsValidationException>(() => app.Services.GetRequiredService<IOptions<RerankOptions>>().Value).Message.ShouldContain(key);
    }

    [Fact]
    public async Task Without_an_endpoint_there_is_no_reranker()
    {
        using var app = Build(("Rerank:Endpoint", ""));

        app.Services.GetService<IReranker>().ShouldBeNull();
    }

    private async Task<IReadOnlyList<double>?> ScoreAsync(params (string Key, string Value)[] settings)
    {
        using var app = Build(settings);
        return await app.Services.GetRequiredService<IReranker>().ScoreAsync("年假", Passages, CancellationToken.None);
    }

    private IHost Build(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Rerank:Endpoint"] = new Uri(service.Address, "v1").ToString(),
            ["Rerank:Model"] = "reranker",
            ["Rerank:ApiKey"] = service.ApiKey,
            ["Rerank:Deadline"] = "00:00:05",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.AddRerank();
        return builder.Build();
    }
}
