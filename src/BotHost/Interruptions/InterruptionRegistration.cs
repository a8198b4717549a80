using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Interruptions;

internal static class InterruptionRegistration
{
    public static void AddInterruptions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InterruptionStore>().AddSingleton<RecalledQuestions>();
        builder.Services.AddSingleton<IEventObserver, RecallObserver>().AddSingleton<IEventObserver, StopObserver>();
    }
}
