using System.Security.Cryptography;
using Garnet;
using Garnet.server;
using StackExchange.Redis;
using Tsavorite.core;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Storage;

/// <summary>Each guard rail by its effect where that can be seen, else by its value.</summary>
public sealed class GarnetSettingsTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task More_data_than_memory_stays_whole_also_after_a_restart()
    {
        await UseAsync(Small(), async database =>
        {
            await Task.WhenAll(Enumerable.Range(0, 3000).Select(i => database.StringSetAsync($"key:{i}", Value(i))));
            await AllAreThereAsync(database);
        });

        await UseAsync(Small(), AllAreThereAsync);
    }

    [Fact]
    public async Task A_script_is_atomic()
    {
        const string ReadThenWrite = "local n = redis.call('GET', KEYS[1]); redis.call('SET', KEYS[1], n + 1); return n";
        await UseAsync(GarnetSettings.For(temp["store"], temp["sock"]), async database =>
        {
            await database.StringSetAsync("n", 0);
            var connections = Enumerable.Range(0, 16).Select(_ => StoreConnection.ToSocket(temp["sock"])).ToList();

            await Task.WhenAll(connections.Select(async connection =>
            {
                for (var i = 0; i < 100; i++)
                    await connection.GetDatabase().ScriptEvaluateAsync(ReadThenWrite, ["n"]);
            }));

            ((int)await database.StringGetAsync("n")).ShouldBe(1600);
            connections.ForEach(connection => connection.Dispose());
        });
    }

    [Fact]
    public void What_ends_the_process_or_shows_only_now_and_then_is_checked_by_value()
    {
        var settings = GarnetSettings.For(temp["store"], temp["sock"]);

        settings.DeviceType.ShouldBe(DeviceType.RandomAccess);
        settings.CompactionType.ShouldBe(LogCompactionType.None);
        settings.CompactionForceDelete.ShouldBeFalse();
        settings.CompactionFrequencySecs.ShouldBe(0);
        settings.CommitFrequencyMs.ShouldBe(0);
        settings.WaitForCommit.ShouldBeTrue();
        settings.FailOnRecoveryError.ShouldBeTrue();
        settings.ThreadPoolMinThreads.ShouldBeGreaterThanOrEqualTo(32);
    }

    private GarnetServerOptions Small()
    {
        var settings = GarnetSettings.For(temp["store"], temp["sock"]);
        settings.LogMemorySize = "16m";
        settings.PageSize = "1m";
        settings.SegmentSize = "8m";
        return settings;
    }

    private static byte[] Value(int seed)
    {
        var value = new byte[16 * 1024];
        new Random(seed).NextBytes(value);
        return value;
    }

    private static async Task AllAreThereAsync(IDatabase database)
    {
        for (var i = 0; i < 3000; i++)
            SHA256.HashData((byte[])(await database.StringGetAsync($"key:{i}"))!).ShouldBe(SHA256.HashData(Value(i)));
    }

    private async Task UseAsync(GarnetServerOptions settings, Func<IDatabase, Task> use)
    {
        File.Delete(temp["sock"]);
        using var server = new GarnetServer(settings);
        server.Start();
        await using var connection = StoreConnection.ToSocket(temp["sock"]);
        await use(connection.GetDatabase());
    }
}
