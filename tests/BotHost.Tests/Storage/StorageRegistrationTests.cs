using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.Inbox;

namespace Wenlu.BotHost.Tests.Storage;

public sealed class StorageRegistrationTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Theory]
    [InlineData("Storage:Directory", "")]
    [InlineData("Storage:MinimumFreeMegabytes", "1")]
    [InlineData("Storage:RewriteMegabytes", "0")]
    [InlineData("Storage:RecoveryTimeout", "00:00:00")]
    [InlineData("ConnectionStrings:Redis", "password=secret")]
    [InlineData("ConnectionStrings:Redis", "localhost:port,nonsense=1")]
    [InlineData("Inbox:Parallelism", "-1")]
    [InlineData("Inbox:Lease", "00:00:00")]
    [InlineData("Inbox:MaxAttempts", "0")]
    [InlineData("Inbox:FirstRetryDelay", "00:00:00")]
    [InlineData("Inbox:LongestRetryDelay", "00:00:00.5")]
    [InlineData("Inbox:Expiry", "1.00:00:00")]
    [InlineData("Inbox:PollInterval", "00:00:00")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, string value)
    {
        using var host = Build((key, value));

        var refusal = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        refusal.Message.ShouldContain(key);
        refusal.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_server_that_refuses_the_password_stops_the_start()
    {
        using var server = RedisServer.Start("--requirepass", "right");
        using var host = Build(("ConnectionStrings:Redis", server.ConnectionString + ",password=wrong"));

        (await Should.ThrowAsync<StartupException>(() => host.StartAsync())).Sentence.ShouldBe(StorageTexts.ConnectionRefusedByServer);
    }

    [Fact]
    public async Task A_server_that_wants_a_password_and_gets_none_stops_the_start()
    {
        using var server = RedisServer.Start("--requirepass", "right");
        using var host = Build(("ConnectionStrings:Redis", server.ConnectionString));

        (await Should.ThrowAsync<StartupException>(() => host.StartAsync())).Sentence.ShouldBe(StorageTexts.ConnectionRefusedByServer);
    }

    [Fact]
    public async Task A_server_that_is_not_there_yet_is_waited_for()
    {
        using var server = RedisServer.Start();
        server.Kill();
        using var host = Build(("ConnectionStrings:Redis", server.ConnectionString));
        var starting = Stopwatch.StartNew();
        await host.StartAsync();
        starting.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        var health = host.Services.GetRequiredService<StoreHealth>();
        (await health.CheckAsync()).ShouldBe(StoreState.Unreachable);

        server.Resume();

        await Eventually.TrueAsync(async () => await health.CheckAsync() == StoreState.Ready);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_full_disk_stops_the_start()
    {
        using var host = Build(("Storage:MinimumFreeMegabytes", "1048576"));

        (await Should.ThrowAsync<StartupException>(() => host.StartAsync())).Message.ShouldContain("Storage:MinimumFreeMegabytes");
    }

    [Fact]
    public async Task The_log_is_brought_to_the_disk_and_rewritten_by_itself()
    {
        using var host = Build(("Storage:RewriteMegabytes", "1"));
        await host.StartAsync();
        var (folder, store) = (host.Services.GetRequiredService<DataFolder>(), host.Services.GetRequiredService<EmbeddedStore>());
        var database = host.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        await database.StringSetAsync("small", 1);

        await Eventually.TrueAsync(() => folder.Marker.Sync > 0);
        folder.Marker.Generation.ShouldBe(1);
        await database.StringSetAsync("large", new byte[2 * 1024 * 1024]);
        await database.KeyDeleteAsync("large");

        await Eventually.TrueAsync(() => folder.Marker.Generation > 1);
        (await store.LogBytesAsync()).ShouldBeLessThan(1024 * 1024);
        await Eventually.TrueAsync(async () => await host.Services.GetRequiredService<StoreHealth>().CheckAsync() == StoreState.Ready);
        ((int)await database.StringGetAsync("small")).ShouldBe(1);
        await host.StopAsync();
    }

    private IHost Build(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Directory"] = temp["data"] });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddStorage();
        builder.AddInbox();
        builder.Services.AddMetrics().AddSingleton<IEntryHandler, ScriptedHandler>();
        return builder.Build();
    }
}
