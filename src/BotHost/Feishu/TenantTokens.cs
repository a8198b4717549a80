using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Wenlu.BotHost.Feishu;

/// <summary>
/// The tenant access token, fetched once for all callers and all replicas. The platform hands out a new one when less than
/// 30 minutes are left, and the old one stays good until its end: so renewing at that moment never leaves a gap.
/// </summary>
/// <remarks>
/// Keys: <c>feishu:token:{app id}</c>, string, the token, living as long as the token;
/// <c>feishu:token:{app id}:lock</c>, string, held for seconds by the replica that renews.
/// </remarks>
internal sealed partial class TenantTokens(
    IFeishuTokenApi api, IConnectionMultiplexer store, IOptions<FeishuOptions> options, TimeProvider time, ILogger<TenantTokens> logger) : IDisposable
{
    private static readonly TimeSpan RenewBelow = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LastMinutes = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan RenewalTime = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private Token? current;
    private string? rejected;

    public bool IsKnown => current is not null;

    private string Key => $"feishu:token:{{{options.Value.AppId}}}";

    private string LockKey => $"{Key}:lock";

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken) =>
        current is { } token && token.IsFresh(time.GetUtcNow()) ? token.Value : await RenewAsync(cancellationToken);

    /// <summary>Forgets a token that the platform refused; the next call fetches another.</summary>
    public async Task InvalidateAsync(string token)
    {
        if (current?.Value == token)
        {
            current = null;
        }

        rejected = token;
        await TryStoreAsync(async database =>
        {
            if (await database.StringGetAsync(Key) == token)
            {
                await database.KeyDeleteAsync(Key);
            }

            return true;
        });
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<string> RenewAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (current is not { } token || !token.IsFresh(time.GetUtcNow()))
            {
                current = await SharedAsync(cancellationToken) ?? await FetchAsync(cancellationToken);
            }

            return current.Value;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && current is { } old && old.IsGood(time.GetUtcNow()))
        {
            // Renewed before its time, so that what fails can be tried again at the next call.
            Log.TokenNotRenewed(logger, exception.Message);
            return old.Value;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Another replica's token, or null when this one has to fetch. Waits while another one is fetching.</summary>
    private async Task<Token?> SharedAsync(CancellationToken cancellationToken)
    {
        for (var deadline = time.GetUtcNow() + RenewalTime; time.GetUtcNow() < deadline;)
        {
            if (await ReadUsableAsync() is { } shared)
            {
                return shared;
            }

            if (await TryStoreAsync(database => TakeLockAsync(database)) is not false)
            {
                return await GivenMeanwhileAsync();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
        }

        return null;
    }

    /// <summary>Who held the lock before may have shared a token and gone between the look at it and the taking of the lock.</summary>
    private async Task<Token?> GivenMeanwhileAsync()
    {
        if (await ReadUsableAsync() is not { } shared)
        {
            return null;
        }

        await TryStoreAsync(database => database.KeyDeleteAsync(LockKey));
        return shared;
    }

    private async Task<Token?> ReadUsableAsync() =>
        await TryStoreAsync(ReadAsync) is { } shared && shared.Value != rejected && shared.IsFresh(time.GetUtcNow()) ? shared : null;

    private async Task<Token?> ReadAsync(IDatabase database)
    {
        var stored = await database.StringGetWithExpiryAsync(Key);
        return stored.Value.IsNullOrEmpty || stored.Expiry is not { } left ? null : new Token(stored.Value!, time.GetUtcNow() + left, RenewBelow);
    }

    private async Task<bool?> TakeLockAsync(IDatabase database) =>
        await database.StringSetAsync(LockKey, Environment.MachineName, RenewalTime, When.NotExists);

    private async Task<Token> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await FetchAndShareAsync(cancellationToken);
        }
        finally
        {
            await TryStoreAsync(database => database.KeyDeleteAsync(LockKey));
        }
    }

    private async Task<Token> FetchAndShareAsync(CancellationToken cancellationToken)
    {
        var request = new TenantTokenRequest(options.Value.AppId, options.Value.AppSecret);
        var response = await api.CreateTenantTokenAsync(request, cancellationToken);
        var life = TimeSpan.FromSeconds(response.Expire);
        var token = new Token(response.TenantAccessToken ?? string.Empty, time.GetUtcNow() + life, RenewalMargin(life));
        await TryStoreAsync(database => database.StringSetAsync(Key, token.Value, life));
        Log.TokenRenewed(logger, life);
        return token;
    }

    /// <summary>Never more than half of a life, so that a platform that hands out short ones is not asked at every call.</summary>
    private static TimeSpan RenewalMargin(TimeSpan life) => life / 2 < RenewBelow ? life / 2 : RenewBelow;

    /// <summary>The store shares the token; it must not be needed for having one.</summary>
    private async Task<T?> TryStoreAsync<T>(Func<IDatabase, Task<T>> action)
    {
        try
        {
            return await action(store.GetDatabase());
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            Log.TokenNotShared(logger, exception.Message);
            return default;
        }
    }

    private sealed record Token(string Value, DateTimeOffset ExpiresAt, TimeSpan Margin)
    {
        public bool IsFresh(DateTimeOffset now) => ExpiresAt - now > Margin;

        /// <summary>It still is when a call that takes its time arrives.</summary>
        public bool IsGood(DateTimeOffset now) => ExpiresAt - now > LastMinutes;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Renewed the tenant access token; it lives for {Life}.")]
        public static partial void TokenRenewed(ILogger logger, TimeSpan life);

        [LoggerMessage(2, LogLevel.Warning, "The tenant access token is not shared with other replicas: {Reason}")]
        public static partial void TokenNotShared(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Warning, "The tenant access token could not be renewed; the old one is good for some minutes: {Reason}")]
        public static partial void TokenNotRenewed(ILogger logger, string reason);
    }
}
