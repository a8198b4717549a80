using System.Diagnostics;
using StackExchange.Redis;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Storage;

public sealed class EmbeddedStoreTests : IDisposable
{
    private static readonly TimeSpan RecoveryTimeout = TimeSpan.FromSeconds(20);
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        await UseAsync(temp["data"], (database, _) => database.StringSetAsync("key", "value"));

        await UseAsync(temp["data"], async (database, _) => ((string?)await database.StringGetAsync("key")).ShouldBe("value"));
    }

    [Fact]
    public async Task What_was_acknowledged_is_on_disk_at_that_moment()
    {
        using var crashed = new TempFolder();
        await UseAsync(temp["data"], async (database, store) =>
        {
            await Task.WhenAll(Enumerable.Range(0, 500).Select(i => database.StringSetAsync($"before:{i}", i)));
            await Task.WhenAll(Enumerable.Range(0, 500).Select(i => database.HashSetAsync($"after:{i}", "n", i)));
            temp.CopyTo(crashed.Path);
        });

        await UseAsync(crashed["data"], async (database, _) =>
        {
            for (var i = 0; i < 500; i++)
            {
                ((int)await database.StringGetAsync($"before:{i}")).ShouldBe(i);
                ((int)await database.HashGetAsync($"after:{i}", "n")).ShouldBe(i);
            }
        });
    }

    [Fact]
    public async Task A_rewrite_makes_the_folder_small_and_keeps_everything()
    {
        using var folder = DataFolder.Open(temp["data"]);
        await using var store = EmbeddedStore.Open(folder, new TransactionGate(), RecoveryTimeout);
        await FillAsync(store);
        var before = temp.Bytes;

        await store.RewriteAsync();

        temp.Bytes.ShouldBeLessThan(before / 4);
        Directory.GetDirectories(temp["data/store"]).Length.ShouldBe(1);
        await ShouldHoldAsync(store);
    }

    [Fact]
    public async Task A_crash_leaves_a_store_that_is_rewritten_at_the_next_start()
    {
        using var crashed = new TempFolder();
        await UseAsync(temp["data"], async (_, store) =>
        {
            await FillAsync(store);
            temp.CopyTo(crashed.Path);
        });

        await UseAsync(crashed["data"], (_, store) => ShouldHoldAsync(store));

        Directory.GetDirectories(crashed["data/store"]).Select(Path.GetFileName).ShouldBe(["2"]);
    }

    [Fact]
    public async Task A_rewrite_that_a_crash_cut_short_is_forgotten()
    {
        await UseAsync(temp["data"], (_, store) => FillAsync(store));
        Directory.CreateDirectory(temp["data/store/2/AOF"]);
        await File.WriteAllTextAsync(temp["data/store/2/AOF/aof.log.0"], "half");

        await UseAsync(temp["data"], (_, store) => ShouldHoldAsync(store));

        Directory.GetDirectories(temp["data/store"]).Select(Path.GetFileName).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Only_its_own_user_reaches_the_socket_and_no_port_is_open()
    {
        await UseAsync(temp["data"], (_, store) =>
        {
            new FileInfo(store.Socket).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            store.Socket.ShouldBe(temp["data/store/store.sock"]);
            return Task.CompletedTask;
        });

        File.Exists(temp["data/store/store.sock"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_with_a_long_path_has_its_socket_elsewhere()
    {
        var deep = temp[string.Join('/', Enumerable.Repeat("long-name-of-a-folder", 5))];
        string? elsewhere = null;

        await UseAsync(deep, async (database, store) =>
        {
            elsewhere = store.Socket;
            await database.StringSetAsync("key", "value");
        });

        elsewhere!.Length.ShouldBeLessThan(100);
        Directory.Exists(Path.GetDirectoryName(elsewhere)).ShouldBeFalse();
        await UseAsync(deep, async (database, _) => ((string?)await database.StringGetAsync("key")).ShouldBe("value"));
    }

    [Theory]
    [InlineData("AOF/aof.log", Damage.Truncated)]
    [InlineData("AOF/aof.log", Damage.Overwritten)]
    [InlineData("AOF/aof.log", Damage.Emptied)]
    [InlineData("AOF/aof.log", Damage.Deleted)]
    [InlineData("", Damage.Overwritten)]
    [InlineData("", Damage.Deleted)]
    public async Task A_damaged_file_stops_the_start_with_a_sentence(string name, Damage damage)
    {
        using var crashed = new TempFolder();
        await UseAsync(temp["data"], async (database, store) =>
        {
            for (var i = 0; i < 100; i++)
                await database.StringSetAsync($"before:{i}", new string('x', 1000));
            await database.HashSetAsync("hash", "field", new string('x', 1000));
            for (var i = 0; i < 300; i++)
                await database.StringSetAsync($"after:{i}", new string('x', 1000));
            await store.SyncAsync();
            temp.CopyTo(crashed.Path);
        });
        foreach (var file in Directory.GetFiles(crashed["data/store"], "*", SearchOption.AllDirectories).Where(file => file.Contains(name, StringComparison.Ordinal)))
            Harm(file, damage);

        var waiting = Stopwatch.StartNew();
        var refusal = await Should.ThrowAsync<StartupException>(() => UseAsync(crashed["data"], (_, _) => Task.CompletedTask));

        refusal.Sentence.ShouldBe(StorageTexts.StoreDamaged(crashed["data"]));
        waiting.Elapsed.ShouldBeLessThan(RecoveryTimeout);
    }

    [Fact]
    public async Task A_store_that_vanished_is_not_silently_replaced_by_an_empty_one()
    {
        await UseAsync(temp["data"], (database, _) => database.StringSetAsync("key", "value"));
        Directory.Delete(temp["data/store"], recursive: true);

        var refusal = await Should.ThrowAsync<StartupException>(() => UseAsync(temp["data"], (_, _) => Task.CompletedTask));

        refusal.Sentence.ShouldBe(StorageTexts.StoreDamaged(temp["data"]));
    }

    [Fact]
    public async Task A_store_that_does_not_come_up_in_time_stops_the_start_with_a_sentence()
    {
        using var folder = DataFolder.Open(temp["data"]);

        var refusal = Should.Throw<StartupException>(() => EmbeddedStore.Open(folder, new TransactionGate(), TimeSpan.FromMilliseconds(1)));

        refusal.Sentence.ShouldBe(StorageTexts.RecoveryTooSlow(temp["data"], TimeSpan.FromMilliseconds(1)));
        await Eventually.TrueAsync(() => File.Exists(temp["data/store/store.sock"]));
    }

    public enum Damage
    {
        Truncated,
        Overwritten,
        Emptied,
        Deleted,
        OneByte,
    }

    private static void Harm(string path, Damage damage)
    {
        if (damage == Damage.Deleted)
        {
            File.Delete(path);
            return;
        }

        using var file = new FileStream(path, FileMode.Open);
        if (damage is Damage.Truncated or Damage.Emptied)
            file.SetLength(damage == Damage.Emptied ? 0 : file.Length / 2);
        else
            Scribble(file, damage == Damage.OneByte ? 1 : file.Length - file.Length / 3);
    }

    private static void Scribble(FileStream file, long length)
    {
        var noise = new byte[length];
        new Random(1).NextBytes(noise);
        file.Position = file.Length / 3;
        file.Write(noise);
    }

    private static async Task FillAsync(EmbeddedStore store)
    {
        await using var connection = StoreConnection.ToSocket(store.Socket);
        var database = connection.GetDatabase();
        for (var round = 0; round < 20; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(i => database.StringSetAsync($"text:{i}", new string('x', 2000))));
        }

        await database.StringSetAsync("mortal", "value", TimeSpan.FromHours(1));
        await database.HashSetAsync("hash", [new("one", 1), new("two", new byte[] { 0, 255, 13, 10 })]);
        await database.SortedSetAddAsync("ranks", [new("first", 1.5), new("second", 1767000000123)]);
        await database.SetAddAsync("members", ["one", "two"]);
        await database.ListRightPushAsync("line", ["first", "second", "first"]);
        await database.StringSetAsync("gone", "value");
        await database.KeyDeleteAsync("gone");
    }

    private static async Task ShouldHoldAsync(EmbeddedStore store)
    {
        await using var connection = StoreConnection.ToSocket(store.Socket);
        var database = connection.GetDatabase();
        ((string?)await database.StringGetAsync("text:99")).ShouldBe(new string('x', 2000));
        (await database.KeyTimeToLiveAsync("mortal")).ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
        (await database.KeyTimeToLiveAsync("hash")).ShouldBeNull();
        ((byte[]?)await database.HashGetAsync("hash", "two")).ShouldBe([0, 255, 13, 10]);
        (await database.SortedSetScoreAsync("ranks", "second")).ShouldBe(1767000000123);
        (await database.SetMembersAsync("members")).Select(member => (string?)member).ShouldBe(["one", "two"], ignoreOrder: true);
        (await database.ListRangeAsync("line")).Select(entry => (string?)entry).ShouldBe(["first", "second", "first"]);
        (await database.KeyExistsAsync("gone")).ShouldBeFalse();
    }

    private static async Task UseAsync(string directory, Func<IDatabase, EmbeddedStore, Task> use)
    {
        using var folder = DataFolder.Open(directory);
        await using var store = EmbeddedStore.Open(folder, new TransactionGate(), RecoveryTimeout);
        await using var connection = StoreConnection.ToSocket(store.Socket);
        await use(connection.GetDatabase(), store);
    }
}
