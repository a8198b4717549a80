using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.Inbox;

namespace Wenlu.BotHost.Tests.Storage;

/// <summary>A real disk that is really full, and writes that nobody refused in time.</summary>
public sealed class FullDiskTests
{
    private static readonly TimeSpan ComesBackWithin = TimeSpan.FromSeconds(60);

    [FactOnASmallDisk]
    public async Task The_store_comes_back_by_itself_when_the_disk_has_room_again_and_has_lost_nothing()
    {
        using var disk = new SmallDisk(300);
        using var host = Build(disk);
        await host.StartAsync();
        var database = host.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        await database.StringSetAsync("before", "value");

        disk.Fill();
        var kept = await WriteAnywayAsync(database);
        disk.Free();

        var waiting = Stopwatch.StartNew();
        while (!await CanWriteAsync(database))
            waiting.Elapsed.ShouldBeLessThan(ComesBackWithin);
        ((string?)await database.StringGetAsync("before")).ShouldBe("value");
        foreach (var key in kept)
            (await database.StringLengthAsync(key)).ShouldBe(1_000_000);
        await host.StopAsync();
    }

    [FactOnASmallDisk]
    public async Task A_store_that_died_on_a_full_disk_ends_in_time_and_is_whole_afterwards()
    {
        using var disk = new SmallDisk(300);
        using (var host = Build(disk))
        {
            await host.StartAsync();
            var database = host.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
            await database.StringSetAsync("before", "value");
            disk.Fill();
            await WriteAnywayAsync(database);

            var ending = Stopwatch.StartNew();
            await host.StopAsync();
            await ((IAsyncDisposable)host).DisposeAsync();
            ending.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        }

        disk.Free();
        using var next = Build(disk);
        await next.StartAsync();
        ((string?)await next.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase().StringGetAsync("before")).ShouldBe("value");
        await next.StopAsync();
    }

    [FactOnASmallDisk]
    public void A_start_on_a_full_disk_says_to_free_space()
    {
        using var disk = new SmallDisk(1);
        disk.Fill();

        Should.Throw<StartupException>(() => DataFolder.Open(disk["data"])).Sentence.ShouldBe(StorageTexts.FolderFull(disk["data"]));
    }

    /// <returns>The keys that were acknowledged nevertheless.</returns>
    private static async Task<List<string>> WriteAnywayAsync(IDatabase database)
    {
        List<string> kept = [];
        for (var i = 0; i < 40; i++)
        {
            if (await CanWriteAsync(database, $"full:{i}", new byte[1_000_000]))
                kept.Add($"full:{i}");
        }

        kept.Count.ShouldBeLessThan(40, "the disk was full");
        return kept;
    }

    private static async Task<bool> CanWriteAsync(IDatabase database, string key = "after", byte[]? value = null)
    {
        try
        {
            await database.StringSetAsync(key, value ?? [1]).WaitAsync(TimeSpan.FromSeconds(1));
            return true;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            await Task.Delay(50);
            return false;
        }
    }

    private static IHost Build(SmallDisk disk)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Directory"] = disk["data"],
            ["Storage:MinimumFreeMegabytes"] = "16",
        });
        builder.AddStorage();
        builder.AddInbox();
        builder.Services.AddMetrics().AddSingleton<IEntryHandler, ScriptedHandler>();
        return builder.Build();
    }
}
