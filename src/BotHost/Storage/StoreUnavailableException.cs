using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>The store cannot be reached, or must not be written to now. Nothing is lost: whoever asked asks again.</summary>
internal sealed class StoreUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Runs calls to the store so that its many ways of being away become this one.</summary>
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> calls)
    {
        try
        {
            return await calls();
        }
        catch (Exception exception) when (IsAbsence(exception))
        {
            throw new StoreUnavailableException("The store is unavailable.", exception);
        }
    }

    /// <summary>A failed connection, no answer in time, or a server that says itself that it cannot serve now.</summary>
    public static bool IsAbsence(Exception exception) => exception switch
    {
        StoreUnavailableException or RedisConnectionException or RedisTimeoutException => true,
        RedisServerException server => Array.Exists(TemporaryRefusals, server.Message.StartsWith),
        _ => false,
    };

    private static readonly string[] TemporaryRefusals =
        ["LOADING", "MISCONF", "READONLY", "OOM", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "BUSY", "NOREPLICAS", "UNKILLABLE"];
}
