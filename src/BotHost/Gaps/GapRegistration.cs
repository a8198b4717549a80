using Wenlu.BotHost.Cards.Actions;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Gaps;

/// <summary>The questions nobody could answer: gathered, put before the editors, and told about when they are answered.</summary>
internal static class GapRegistration
{
    public static void AddGaps(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<GapOptions, ValidateGapOptions>().BindConfiguration(GapOptions.Section);
        services.AddSingleton<GapStore>().AddSingleton<GapCollector>().AddSingleton<GapPost>().AddSingleton<GapDesk>();
        services.AddSingleton<NearestDocuments>().AddSingleton<OutdatedAnswers>().AddSingleton<GapCards>().AddSingleton<ClickedGaps>().AddSingleton<EditorNames>();
        services.AddSingleton<ICardButton, AnswerGapForm>().AddSingleton<ICardButton, DismissGapButton>();
        services.AddSingleton<IEventHandler, GapTelling>().AddSingleton<IEventHandler, GapCardReport>().AddSingleton<IEventHandler, GapDigestReport>();
        services.AddHostedService<GapClock>();
    }

    public static void MapGaps(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api").AddEndpointFilter<EditorFilter>().AddEndpointFilter<StoreAbsenceFilter>().MapGapRoutes();
}
