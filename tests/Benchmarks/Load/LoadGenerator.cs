using System.Diagnostics;
using System.Text.Json;
using Wenlu.Benchmarks.Children;

namespace Wenlu.Benchmarks.Load;

/// <summary>
/// Sends events that were encrypted and signed beforehand, over plain sockets, so that it costs little. Events due at a time are
/// measured from that time, not from when a connection became free: a slow answer also delays those behind it.
/// </summary>
internal static class LoadGenerator
{
    public const string Verb = "load-generator";

    public static async Task<LoadResult> StartAsync(LoadPlan plan)
    {
        await using var child = Child.StartSelf([Verb, .. plan.ToArguments()]);
        return JsonSerializer.Deserialize<LoadResult>(await child.OutputAsync())!;
    }

    public static async Task<int> RunAsync(LoadPlan plan)
    {
        var run = new LoadRun(plan.EventsPerSecond, [.. Enumerable.Range(0, plan.Events).Select(SealedEvent.Create)]);
        var connections = await Task.WhenAll(Enumerable.Range(0, plan.Connections).Select(_ => LoadConnection.OpenAsync(plan.Port)));
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        var seconds = await run.SendAllAsync(connections);
        var latencies = new Samples(run.Milliseconds);
        var refused = run.Statuses.Count(status => status != 200);
        var processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new LoadResult(
            plan.Events - refused, refused, seconds, latencies.Median, latencies.Percentile(99), latencies.Percentile(100), processor)));
        return 0;
    }
}

/// <summary>One pass over the events by all connections together.</summary>
internal sealed class LoadRun(int eventsPerSecond, byte[][] events)
{
    private readonly long started = Stopwatch.GetTimestamp();
    private int next = -1;

    public double[] Milliseconds { get; } = new double[events.Length];

    public int[] Statuses { get; } = new int[events.Length];

    public async Task<double> SendAllAsync(LoadConnection[] connections)
    {
        var begin = Now;
        await Task.WhenAll(connections.Select(connection => Task.Run(() => SendAsync(connection, begin))));
        return (Now - begin).TotalSeconds;
    }

    private TimeSpan Now => Stopwatch.GetElapsedTime(started);

    private async Task SendAsync(LoadConnection connection, TimeSpan begin)
    {
        using (connection)
        {
            for (var index = Interlocked.Increment(ref next); index < events.Length; index = Interlocked.Increment(ref next))
            {
                var since = eventsPerSecond == 0 ? Now : await WhenDueAsync(begin + TimeSpan.FromSeconds((double)index / eventsPerSecond));
                Statuses[index] = await connection.SendAsync(events[index]);
                Milliseconds[index] = (Now - since).TotalMilliseconds;
            }
        }
    }

    /// <summary>A timer that fires late is the generator's own fault and not counted; a connection that was busy is.</summary>
    private async Task<TimeSpan> WhenDueAsync(TimeSpan due)
    {
        if (Now >= due)
            return due;
        while (due - Now is { Ticks: > 0 } wait)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)));
        return Now;
    }
}
