using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Inbox;

/// <summary>The inbox and its worker. Needs the storage, and an <see cref="IEntryHandler"/> from whoever handles the entries.</summary>
internal static class InboxRegistration
{
    public static void AddInbox(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<InboxOptions, ValidateInboxOptions>().BindConfiguration(InboxOptions.Section);
        services.TryAddSingleton<BotMetrics>();
        services.AddSingleton<InboxSignal>().AddSingleton<EventInbox>().AddSingleton<EntryAttempt>();
        services.AddHostedService<InboxWorker>().AddHostedService<InboxGauges>().AddHostedService<InboxSweep>();
    }
}
