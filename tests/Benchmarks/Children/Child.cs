using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Wenlu.Benchmarks.Children;

/// <summary>A process under measurement. What it says is kept, to be shown if it does not do what is expected.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly Task<string[]> said;

    private Child(Process process)
    {
        this.process = process;
        said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public static Child Start(string file, IEnumerable<string> arguments, string? directory = null) => new(Process.Start(
        new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory ?? Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>This program again, in another role.</summary>
    public static Child StartSelf(params string[] arguments) => Start("dotnet", [typeof(Child).Assembly.Location, .. arguments]);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public async Task<string> OutputAsync()
    {
        await process.WaitForExitAsync();
        var (output, errors) = ((await said)[0], (await said)[1]);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output + errors);
    }

    public async Task ListensAsync(int port)
    {
        await UntilAsync(async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        });
    }

    public Task AnswersAsync(Uri address) => UntilAsync(async () =>
    {
        using var client = new HttpClient { Timeout = Patience };
        using var response = await client.GetAsync(address);
        return response.IsSuccessStatusCode;
    });

    /// <summary>As an operator stops it, with Ctrl-C or from the service manager.</summary>
    public async Task<TimeSpan> StopAsync()
    {
        var started = Stopwatch.GetTimestamp();
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(started);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await TryAsync(isSo))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException(process.HasExited ? string.Concat(await said) : "A child process did not become ready.");
            await Task.Delay(5);
        }
    }

    private static async Task<bool> TryAsync(Func<Task<bool>> isSo)
    {
        try
        {
            return await isSo();
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException)
        {
            return false;
        }
    }
}
