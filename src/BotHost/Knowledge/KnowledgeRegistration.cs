using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenlu.BotHost.Knowledge.Curated;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Knowledge;

/// <summary>What the team knows: stored, indexed, searched, and edited over HTTP.</summary>
internal static class KnowledgeRegistration
{
    public static void AddKnowledge(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<KnowledgeOptions, ValidateKnowledgeOptions>().BindConfiguration(KnowledgeOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KnowledgeStore>().AddSingleton<RevisionStore>().AddSingleton<EditorKeys>().AddSingleton<DocumentWriter>();
        services.AddSingleton<CuratedSources>().AddSingleton<CuratedAnswers>().AddSingleton<PageAnswers>().AddSingleton<PastAnswers>().AddSingleton<StaleDocuments>();
        services.AddSingleton<SeedLoader>().AddHostedService(provider => provider.GetRequiredService<SeedLoader>());
        services.AddSingleton<PassageEmbedding>().AddHostedService(provider => provider.GetRequiredService<PassageEmbedding>());
        services.AddSingleton<KnowledgeIndex>().AddHostedService(provider => provider.GetRequiredService<KnowledgeIndex>());
        services.AddSingleton<IRetriever>(provider => provider.GetRequiredService<KnowledgeIndex>());
        services.AddHealthChecks().AddCheck<KnowledgeHealth>("knowledge", tags: ["ready"]);
        services.AddApiDescriptions();
    }

    public static void MapKnowledge(this IEndpointRouteBuilder routes)
    {
        var editors = routes.MapGroup("/api/knowledge").AddEndpointFilter<EditorFilter>().AddEndpointFilter<StoreAbsenceFilter>();
        editors.MapDocuments();
        editors.MapBatch();
        editors.MapRevisions();
        editors.MapCuratedAnswers();
        routes.MapSearch();
    }
}
