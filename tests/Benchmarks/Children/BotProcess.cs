using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Wenlu.Benchmarks.Children;

/// <summary>The real executable, from its start to its end.</summary>
internal sealed partial class BotProcess : IAsyncDisposable
{
    public const string EditorKey = "an-editor-key-for-benchmarks";

    private readonly Child child;

    private BotProcess(Child child, Uri address)
    {
        this.child = child;
        Address = address;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", EditorKey);
    }

    public Uri Address { get; }

    /// <summary>With an editor's key.</summary>
    public HttpClient Http { get; }

    /// <summary>From the start of the process to the first time that readiness was confirmed.</summary>
    public TimeSpan TimeToReady { get; private set; }

    public double ResidentMegabytes => child.ResidentMegabytes;

    public TimeSpan ProcessorTime => child.ProcessorTime;

    public static Task<BotProcess> StartAsync(string executable, string data, params string[] settings) =>
        StartAsync(executable, new Uri($"http://127.0.0.1:{Child.FreePort()}"), data, settings);

    public static async Task<BotProcess> StartAsync(string executable, Uri address, string data, params string[] settings)
    {
        string[] own = [$"--Urls={address}", $"--Storage:Directory={data}", $"--Knowledge:Editors:benchmark={EditorKey}", "--Logging:LogLevel:Default=Warning"];
        var started = Stopwatch.GetTimestamp();
        var bot = new BotProcess(Child.Start("dotnet", [executable, .. own, .. settings]), address);
        await bot.child.AnswersAsync(new Uri(address, "/health/ready"));
        bot.TimeToReady = Stopwatch.GetElapsedTime(started);
        return bot;
    }

    /// <summary>The sum of a metric's series whose labels contain a text; 0 when there is none.</summary>
    public async Task<double> MetricAsync(string name, string label = "")
    {
        var lines = (await Http.GetStringAsync("/metrics")).Split('\n').Where(line => line.StartsWith(name, StringComparison.Ordinal));
        return lines.Where(line => line.Contains(label, StringComparison.Ordinal))
            .Sum(line => double.Parse(Value().Match(line).Groups[1].ValueSpan, CultureInfo.InvariantCulture));
    }

    public Task<TimeSpan> StopAsync() => child.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await child.DisposeAsync();
    }

    /// <summary>A series in the text format: name, labels, value, and sometimes a time.</summary>
    [GeneratedRegex(@"^\w+(?:\{.*\})? (\S+)")]
    private static partial Regex Value();
}
