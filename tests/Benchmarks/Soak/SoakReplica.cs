using Wenlu.Benchmarks.Children;

namespace Wenlu.Benchmarks.Soak;

/// <summary>One of the processes that share the store; it comes back at the same address after it was killed.</summary>
internal sealed class SoakReplica(Uri address, params string[] settings) : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private BotProcess? process;

    public Uri Address => address;

    public HttpClient Http => process!.Http;

    public async Task StartAsync() => process = await BotProcess.StartAsync(Repository.BuiltBot, address, folder["data"], settings);

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        var killed = process!;
        process = null;
        await killed.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
        folder.Dispose();
    }
}
