namespace Wenlu.BotHost.Publication;

/// <summary>Which questions the site shows to everyone.</summary>
internal static class PublicationRegistration
{
    public static void AddPublication(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PublishedQuestions>().AddSingleton<QuestionCounts>().AddSingleton<Publisher>().AddSingleton<PublicationRule>();
        builder.Services.AddSingleton<Candidates>().AddSingleton<CandidateDesk>();
        builder.Services.AddSingleton<PublicationFeed>().AddHostedService(provider => provider.GetRequiredService<PublicationFeed>());
    }
}
