using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Wenlu.BotHost.Answers;

internal static class AnswersRegistration
{
    /// <summary>Needs the models, and an <c>IRetriever</c>, which the knowledge feature brings.</summary>
    public static void AddAnswers(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddSingleton<TokenCounter>()
            .AddSingleton<QuestionRewriter>()
            .AddSingleton<PictureReader>()
            .AddSingleton<PassageFinder>()
            .AddSingleton<Answerer>();
    }

    /// <summary>Editors' answers come before everything else. Needs the documents themselves, not only a search in them.</summary>
    public static void AddOfficialAnswers(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<OfficialAnswers>();
}
