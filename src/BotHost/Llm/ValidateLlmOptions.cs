using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Llm;

/// <summary>Written by hand: what is required depends on the provider, and every sentence names the full key.</summary>
internal sealed class ValidateLlmOptions : IValidateOptions<LlmOptions>
{
    public ValidateOptionsResult Validate(string? name, LlmOptions options)
    {
        var failures = Failures(options).Select(sentence => sentence.ToString()).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<Bilingual> Failures(LlmOptions options) =>
        options.Provider == LlmProvider.None ? EmbeddingFailures(options) : ModelFailures(options).Concat(EndpointFailures(options)).Concat(EmbeddingFailures(options)).Concat(TimeFailures(options));

    private static IEnumerable<Bilingual> ModelFailures(LlmOptions options)
    {
        if (!Enum.IsDefined(options.Provider))
            yield return new("Llm:Provider 只能是 None、AzureOpenAI 或 OpenAI。", "Llm:Provider must be None, AzureOpenAI or OpenAI.");
        if (!Enum.IsDefined(options.Vision))
            yield return new("Llm:Vision 只能是 Auto、Yes 或 No。", "Llm:Vision must be Auto, Yes or No.");
        if (string.IsNullOrWhiteSpace(options.ChatModel) && string.IsNullOrWhiteSpace(options.EmbeddingModel))
            yield return new(
                "设置了 Llm:Provider 就必须设置 Llm:ChatModel（Azure 上填部署名），或至少设置 Llm:EmbeddingModel。",
                "Llm:ChatModel must be set when Llm:Provider is (on Azure: the name of the deployment), or Llm:EmbeddingModel at least.");
    }

    private static IEnumerable<Bilingual> EndpointFailures(LlmOptions options)
    {
        if (options.Endpoint is { } endpoint && !HttpSetting.IsAddress(endpoint))
            yield return HttpSetting.NotAnAddress("Llm:Endpoint");
        if (!HttpSetting.FitsHeader(options.ApiKey))
            yield return HttpSetting.DoesNotFitHeader("Llm:ApiKey");
        if (options is { Endpoint: null, Provider: LlmProvider.AzureOpenAI })
            yield return new(
                "使用 AzureOpenAI 时必须设置 Llm:Endpoint，例如 https://<资源名>.openai.azure.com/。",
                "Llm:Endpoint must be set for AzureOpenAI, for example https://<resource>.openai.azure.com/.");
        if (options is { Endpoint: null, Provider: LlmProvider.OpenAI } && string.IsNullOrWhiteSpace(options.ApiKey))
            yield return new(
                "使用 OpenAI 官方服务时必须设置 Llm:ApiKey；使用其他服务请设置 Llm:Endpoint。",
                "Llm:ApiKey must be set for the public OpenAI service; for another server set Llm:Endpoint.");
    }

    private static IEnumerable<Bilingual> EmbeddingFailures(LlmOptions options)
    {
        if (options.Embedding.Provider is { } provider && (provider == LlmProvider.None || !Enum.IsDefined(provider)))
            yield return new("Llm:Embedding:Provider 只能是 AzureOpenAI 或 OpenAI，或留空。", "Llm:Embedding:Provider must be AzureOpenAI or OpenAI, or empty.");
        if (options.Embedding is { Provider: not null, Endpoint: null })
            yield return new("设置了 Llm:Embedding:Provider 就必须设置 Llm:Embedding:Endpoint。", "Llm:Embedding:Endpoint must be set when Llm:Embedding:Provider is.");
        if (options.Embedding.Endpoint is { } endpoint && !HttpSetting.IsAddress(endpoint))
            yield return HttpSetting.NotAnAddress("Llm:Embedding:Endpoint");
        if (!HttpSetting.FitsHeader(options.Embedding.ApiKey))
            yield return HttpSetting.DoesNotFitHeader("Llm:Embedding:ApiKey");
        if (options.Embedding.RequestsPerMinute < 1)
            yield return new("Llm:Embedding:RequestsPerMinute 至少为 1。", "Llm:Embedding:RequestsPerMinute must be at least 1.");
    }

    private static IEnumerable<Bilingual> TimeFailures(LlmOptions options) =>
        from setting in new[] { ("FirstToken", options.FirstToken), ("Stall", options.Stall), ("Total", options.Total), ("Embedding:Deadline", options.Embedding.Deadline) }
        where setting.Item2 <= TimeSpan.Zero || setting.Item2 > TimeSpan.FromHours(1)
        select new Bilingual(
            $"Llm:{setting.Item1} 必须大于零且不超过一小时，例如 00:00:30。",
            $"Llm:{setting.Item1} must be more than zero and at most an hour, for example 00:00:30.");
}
