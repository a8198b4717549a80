using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// Runs Lua scripts: the only transactions there are, since each of them has to pass the <see cref="TransactionGate"/>. Every
/// key is declared, because the embedded store locks just those.
/// </summary>
internal sealed class StoreScripts(IConnectionMultiplexer store, TransactionGate gate)
{
    public Task<RedisResult> RunAsync(string script, RedisKey[] keys, RedisValue[] values) =>
        gate.PassAsync(() => store.GetDatabase().ScriptEvaluateAsync(script, keys, values));
}
