using System.Globalization;

namespace Wenlu.Benchmarks.Children;

/// <summary>A real Redis server with an append-only file.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly Child child;

    private RedisProcess(int port, string appendFsync)
    {
        ConnectionString = $"127.0.0.1:{port}";
        child = Child.Start("redis-server",
            ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", folder.Path, "--save", "",
                "--appendonly", "yes", "--appendfsync", appendFsync, "--maxmemory-policy", "noeviction"]);
    }

    public string ConnectionString { get; }

    public static async Task<RedisProcess> StartAsync(string appendFsync)
    {
        var port = Child.FreePort();
        var redis = new RedisProcess(port, appendFsync);
        await redis.child.ListensAsync(port);
        return redis;
    }

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        folder.Dispose();
    }
}
