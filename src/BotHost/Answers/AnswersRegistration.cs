using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Llm;

namespace Wenlu.BotHost.Answers;

internal static class AnswersRegistration
{
    /// <summary>Needs an <c>IRetriever</c>, which the knowledge feature brings.</summary>
    public static void AddAnswers(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<LlmOptions>, ValidateLlmOptions>();
        builder.Services.AddOptionsWithValidateOnStart<LlmOptions>().BindConfiguration(LlmOptions.Section);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddSingleton<ChatModels>()
            .AddSingleton<TokenCounter>()
            .AddSingleton<QuestionRewriter>()
            .AddSingleton<PassageFinder>()
            .AddSingleton<Answerer>();
    }
}
