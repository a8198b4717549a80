namespace Wenlu.BotHost.Messages;

internal static class MessageRegistration
{
    public static void AddMessages(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton<EarlierMessages>().AddSingleton<MessageResources>();
}
