using System.Text.Json;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Desk;

/// <summary>Which tenant this app belongs to: what the settings say, or else what the platform's own events tell.</summary>
/// <remarks>Key: <c>{desk}:tenant</c>, string, the tenant_key of the last start's first event, living 400 days.</remarks>
internal sealed class HomeTenant(IConnectionMultiplexer store, IOptions<DeskOptions> options) : IEventObserver
{
    private static readonly RedisKey Key = "{desk}:tenant";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private volatile bool isWritten;

    /// <summary>Null while nobody has told.</summary>
    public async Task<string?> FindAsync() => options.Value.TenantKey ?? await store.GetDatabase().StringGetAsync(Key);

    public async Task ObserveAsync(Incoming incoming)
    {
        if (isWritten || incoming is not Incoming.Kept { Envelope: var envelope } || Read(envelope) is not { } tenant)
            return;
        await store.GetDatabase().StringSetAsync(Key, tenant, Lifetime);
        isWritten = true;
    }

    private static string? Read(string envelope)
    {
        using var document = JsonDocument.Parse(envelope);
        return document.RootElement.TryGetProperty("header", out var header) && header.ValueKind == JsonValueKind.Object
            && header.TryGetProperty("tenant_key", out var tenant) && tenant.ValueKind == JsonValueKind.String && tenant.GetString() is { Length: > 0 } key
            ? key
            : null;
    }
}
