using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Llm;

/// <summary>The models, for whoever asks one.</summary>
internal static class LlmRegistration
{
    public static void AddLlm(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<LlmOptions>, ValidateLlmOptions>();
        builder.Services.AddOptionsWithValidateOnStart<LlmOptions>().BindConfiguration(LlmOptions.Section);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ChatModels>().AddSingleton<EmbeddingModels>();
    }
}
