using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Rerank;

/// <summary>Written by hand: every sentence names the full key.</summary>
internal sealed class ValidateRerankOptions : IValidateOptions<RerankOptions>
{
    private static readonly TimeSpan LongestDeadline = TimeSpan.FromSeconds(10);

    public ValidateOptionsResult Validate(string? name, RerankOptions options)
    {
        var failures = options.Endpoint is null ? [] : Failures(options).Select(sentence => sentence.ToString()).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<Bilingual> Failures(RerankOptions options)
    {
        if (!HttpSetting.IsAddress(options.Endpoint!))
            yield return HttpSetting.NotAnAddress("Rerank:Endpoint");
        if (!Enum.IsDefined(options.Api))
            yield return new("Rerank:Api 只能是 Cohere（Jina 同此）或 Tei。", "Rerank:Api must be Cohere (Jina speaks it too) or Tei.");
        if (options.Api == RerankApi.Cohere && string.IsNullOrWhiteSpace(options.Model))
            yield return new("Rerank:Api 为 Cohere 时必须设置 Rerank:Model。", "Rerank:Model must be set when Rerank:Api is Cohere.");
        if (!HttpSetting.FitsHeader(options.ApiKey))
            yield return HttpSetting.DoesNotFitHeader("Rerank:ApiKey");
        if (options.Deadline <= TimeSpan.Zero || options.Deadline > LongestDeadline)
            yield return new("Rerank:Deadline 必须大于零且不超过十秒，例如 00:00:00.8。", "Rerank:Deadline must be more than zero and at most ten seconds, for example 00:00:00.8.");
    }
}
