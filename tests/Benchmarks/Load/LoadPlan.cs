using System.Globalization;

namespace Wenlu.Benchmarks.Load;

/// <summary>What one load generator does. A rate of 0 sends as fast as the answers come.</summary>
internal sealed record LoadPlan(int Port, int EventsPerSecond, int Events, int Connections)
{
    public static LoadPlan Parse(string[] arguments)
    {
        var numbers = arguments.Select(argument => int.Parse(argument, CultureInfo.InvariantCulture)).ToArray();
        return new LoadPlan(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    public string[] ToArguments() =>
        [.. new[] { Port, EventsPerSecond, Events, Connections }.Select(number => number.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>What it saw. Its own processor time is part of the result, for on a small machine it takes that from the measured one.</summary>
internal sealed record LoadResult(int Acknowledged, int Refused, double Seconds, double P50, double P99, double Longest, double ProcessorSeconds)
{
    public double PerSecond => Acknowledged / Seconds;
}
