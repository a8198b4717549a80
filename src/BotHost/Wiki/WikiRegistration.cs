using Microsoft.Extensions.Options;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Wiki;

/// <summary>Feishu's wiki and documents, mirrored into the knowledge base.</summary>
internal static class WikiRegistration
{
    public static void AddWiki(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<WikiOptions, ValidateWikiOptions>().BindConfiguration(WikiOptions.Section);
        services.AddFeishuApi<IWikiApi>(WikiWire.Options);
        services.AddSingleton<WikiCalls>().AddSingleton<WikiStore>().AddSingleton<People>();
        services.AddSingleton<SyncReader>().AddSingleton<SyncDeeds>();
        services.AddSingleton<WikiWalk>().AddSingleton<DocumentMetas>().AddSingleton<GrantsReader>().AddSingleton<SourceReaders>().AddSingleton<DocumentReader>();
        services.AddSingleton<DocumentSync>().AddSingleton<WikiLook>().AddSingleton<SyncRun>().AddHostedService<WikiWorker>();
        foreach (var type in DriveEventHandler.Types)
            services.AddSingleton<IEventHandler>(provider => new DriveEventHandler(
                type, provider.GetRequiredService<WikiStore>(), provider.GetRequiredService<IOptions<WikiOptions>>()));
    }

    public static void MapWiki(this IEndpointRouteBuilder routes)
    {
        var editors = routes.MapGroup("/api/knowledge/sync").AddEndpointFilter<EditorFilter>().AddEndpointFilter<StoreAbsenceFilter>();
        editors.MapSync();
    }
}
