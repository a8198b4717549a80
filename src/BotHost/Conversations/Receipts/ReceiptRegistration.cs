using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Conversations.Receipts;

internal static class ReceiptRegistration
{
    public static void AddReceipts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReceiptStore>().AddSingleton<Receipts>().AddSingleton<ReceiptClock>();
        builder.Services.AddSingleton<IEventObserver>(services => services.GetRequiredService<ReceiptClock>());
        builder.Services.AddHostedService(services => services.GetRequiredService<ReceiptClock>());
    }
}
