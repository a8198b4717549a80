using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>What a Redis server says of itself, as far as it matters here.</summary>
/// <param name="IsDurable">It keeps an append-only file.</param>
/// <param name="Policy">What it does when its memory is full.</param>
internal sealed record ServerFacts(Version Version, bool IsDurable, string Policy)
{
    public static readonly Version Oldest = new(7, 0);

    public bool Evicts => Policy is not ("" or "noeviction");

    public static ServerFacts Of(IServer server)
    {
        var facts = server.Info().SelectMany(section => section).ToLookup(fact => fact.Key, fact => fact.Value);
        return new(server.Version, !facts["aof_enabled"].Contains("0"), facts["maxmemory_policy"].FirstOrDefault() ?? "");
    }
}
