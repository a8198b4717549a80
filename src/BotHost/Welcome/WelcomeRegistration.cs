using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Welcome;

internal static class WelcomeRegistration
{
    public static void AddWelcome(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Greetings>().AddSingleton<Offers>().AddSingleton<ExampleQuestions>().AddSingleton<Guide>();
        builder.Services.AddSingleton<Announcer>();
        builder.Services.AddSingleton<IEventHandler, GroupWelcome>().AddSingleton<IEventHandler, DirectWelcome>();
        builder.Services.AddSingleton<IEventHandler, GroupFarewell>().AddSingleton<IEventHandler, MenuHandler>();
    }
}
