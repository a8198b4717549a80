using System.Diagnostics;

namespace Wenlu.Benchmarks;

/// <summary>What this process spent on something.</summary>
internal readonly record struct Usage(TimeSpan Clock, TimeSpan Processor)
{
    public static Usage Of(Action action)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), TotalProcessor);
        action();
        return new Usage(Stopwatch.GetElapsedTime(started), TotalProcessor - before);
    }

    /// <summary>Of all threads since the start, the garbage collector's and the compiler's included.</summary>
    public static TimeSpan TotalProcessor => Environment.CpuUsage.TotalTime;

    public static double ResidentMegabytes => Environment.WorkingSet / 1024.0 / 1024.0;
}
