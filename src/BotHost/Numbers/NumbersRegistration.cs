namespace Wenlu.BotHost.Numbers;

/// <summary>What a day came to: for the desk's charts and the week's digest.</summary>
internal static class NumbersRegistration
{
    public static void AddNumbers(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton<DailyNumbers>().AddSingleton<NumberTaker>().AddHostedService<SizeClock>();
}
