using Microsoft.Extensions.AI;
using Wenlu.BotHost.Llm;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Llm;

public sealed class EmbeddingClientTests : IAsyncLifetime
{
    private ScriptedModel service = null!;

    public async Task InitializeAsync()
    {
        service = await ScriptedModel.StartAsync();
        service.Embeddings = new ScriptedEmbeddings((_, text) => [text.Length, 0.5f, -1]);
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData(ModelDialect.OpenAI, false)]
    [InlineData(ModelDialect.OpenAI, true)]
    [InlineData(ModelDialect.AzureVersion1, false)]
    [InlineData(ModelDialect.AzureClassic, false)]
    public async Task Every_dialect_gives_vectors_in_the_order_of_the_texts(ModelDialect dialect, bool ignoresEncoding)
    {
        service.Embeddings!.IgnoresEncoding = ignoresEncoding;
        using var embeddings = Create(dialect);

        var vectors = await embeddings.GenerateAsync(["年假", "报销流程"]);

        vectors.Select(vector => vector.Vector.ToArray()).ShouldBe([[2, 0.5f, -1], [4, 0.5f, -1]]);
        service.Embeddings.Texts.ShouldBe([("embedder", "年假"), ("embedder", "报销流程")]);
        service.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_busy_service_is_asked_again()
    {
        var refusals = 2;
        service.Embeddings!.StatusFor = _ => Interlocked.Decrement(ref refusals) >= 0 ? 429 : 200;
        using var embeddings = Create(ModelDialect.OpenAI);

        (await embeddings.GenerateAsync(["年假"])).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_says_nothing_of_what_was_embedded()
    {
        service.Embeddings!.StatusFor = _ => 400;
        using var embeddings = Create(ModelDialect.OpenAI);

        var failure = await Should.ThrowAsync<ModelCallException>(async () => await embeddings.GenerateAsync(["某人的工资"]));

        failure.Message.ShouldBe("HTTP 400");
        failure.InnerException.ShouldBeNull();
    }

    [Fact]
    public void A_server_of_their_own_does_not_see_the_answers_key()
    {
        var options = new LlmOptions
        {
            Provider = LlmProvider.AzureOpenAI,
            Endpoint = new Uri("https://answers.example/"),
            ApiKey = "secret",
            Embedding = { Provider = LlmProvider.OpenAI, Endpoint = new Uri("http://vectors.example/v1/") },
        };

        var own = options.ForEmbeddings();

        own.ApiKey.ShouldBeEmpty();
        own.Endpoint.ShouldBe(new Uri("http://vectors.example/v1/"));
        own.Provider.ShouldBe(LlmProvider.OpenAI);
    }

    private IEmbeddingGenerator<string, Embedding<float>> Create(ModelDialect dialect) => ModelClients.Embeddings(
        new LlmOptions
        {
            Provider = dialect == ModelDialect.OpenAI ? LlmProvider.OpenAI : LlmProvider.AzureOpenAI,
            Endpoint = service.EndpointFor(dialect),
            ApiKey = service.ApiKey,
            EmbeddingModel = "embedder",
        }, "embedder", TimeProvider.System);
}
