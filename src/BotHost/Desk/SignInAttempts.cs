using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StackExchange.Redis;

namespace Wenlu.BotHost.Desk;

/// <summary>Somebody on their way to Feishu and back.</summary>
/// <param name="Verifier">Proves that whoever brings the code is who asked for it (PKCE, RFC 7636).</param>
/// <param name="Back">Where they wanted to go.</param>
internal sealed record SignInAttempt(string Verifier, string Back)
{
    public string Challenge() => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
}

/// <summary>Attempts by their state, each good once: the browser keeps the state in a cookie, and must bring the same back.</summary>
/// <remarks>Key: <c>{desk}:attempt:{hash of the state}</c>, string, the attempt as JSON, living ten minutes.</remarks>
internal sealed class SignInAttempts(IConnectionMultiplexer store)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <returns>The state, for the address and for the cookie.</returns>
    public async Task<(string State, SignInAttempt Attempt)> BeginAsync(string back)
    {
        var (state, attempt) = (DeskSessions.Random(32), new SignInAttempt(DeskSessions.Random(48), back));
        await store.GetDatabase().StringSetAsync(Key(state), JsonSerializer.Serialize(attempt, DeskJson.Default.SignInAttempt), Lifetime);
        return (state, attempt);
    }

    /// <summary>Null when there is none of this state, or not any more.</summary>
    public async Task<SignInAttempt?> EndAsync(string state) =>
        await store.GetDatabase().StringGetDeleteAsync(Key(state)) is { IsNull: false } json
            ? JsonSerializer.Deserialize(json.ToString(), DeskJson.Default.SignInAttempt)
            : null;

    private static RedisKey Key(string state) => $"{{desk}}:attempt:{DeskSessions.HashOf(state)}";
}
