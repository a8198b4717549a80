namespace Wenlu.BotHost.Storage;

/// <summary>Of several who change one thing as they read it one wins, and the others read again after a moment that differs for each.</summary>
internal static class Contention
{
    public const int Tries = 40;

    public static Task YieldAsync(int attempt) => Task.Delay(Random.Shared.Next(1, 5 + 2 * attempt));
}
