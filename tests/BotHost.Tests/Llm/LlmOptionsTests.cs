using Microsoft.Extensions.Options;
using Wenlu.BotHost.Llm;
using Wenlu.BotHost.Tests.Answers;

namespace Wenlu.BotHost.Tests.Llm;

public sealed class LlmOptionsTests
{
    [Theory]
    [InlineData("Llm:ChatModel", "")]
    [InlineData("Llm:Endpoint", "ftp://models.example/")]
    [InlineData("Llm:Endpoint", "models.example")]
    [InlineData("Llm:Endpoint", null)]
    [InlineData("Llm:Provider", "Anything")]
    [InlineData("Llm:Provider", "7")]
    [InlineData("Llm:Stall", "00:00:00")]
    [InlineData("Llm:FirstToken", "-00:00:01")]
    [InlineData("Llm:Total", "7.00:00:00")]
    [InlineData("Llm:Vision", "perhaps")]
    public async Task A_wrong_setting_is_named(string key, string? value)
    {
        await using var bench = await AnswerBench.StartAsync(Wenlu.StandIns.Model.ModelDialect.AzureClassic, (key, value));

        var error = Should.Throw<Exception>(() => bench.Get<IOptions<LlmOptions>>().Value);

        error.Message.ShouldContain(key);
    }

    [Fact]
    public void The_public_service_needs_a_key_and_a_server_of_ones_own_does_not()
    {
        var options = new LlmOptions { Provider = LlmProvider.OpenAI, ChatModel = "m" };
        new ValidateLlmOptions().Validate(null, options).FailureMessage.ShouldNotBeNull().ShouldContain("Llm:ApiKey");

        options.Endpoint = new Uri("http://localhost:11434/v1/");
        new ValidateLlmOptions().Validate(null, options).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Azure_without_a_key_means_Entra_ID() => new ValidateLlmOptions()
        .Validate(null, new LlmOptions { Provider = LlmProvider.AzureOpenAI, ChatModel = "m", Endpoint = new Uri("https://x.openai.azure.com/") })
        .Succeeded.ShouldBeTrue();

    [Fact]
    public void Without_a_provider_nothing_else_is_asked_for() => new ValidateLlmOptions().Validate(null, new LlmOptions()).Succeeded.ShouldBeTrue();
}
