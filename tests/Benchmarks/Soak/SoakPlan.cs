using System.Globalization;

namespace Wenlu.Benchmarks.Soak;

/// <summary>How long, how many events a second, and the seed that repeats the order of everything that is left to chance.</summary>
internal sealed record SoakPlan(TimeSpan Duration, int Rate, int Seed)
{
    /// <summary>Kills, alternating between the replicas.</summary>
    public const int Kills = 4;

    public static SoakPlan Parse(string[] args) => new(
        TimeSpan.FromMinutes(Number(args, "--minutes", 10)), (int)Number(args, "--rate", 50), (int)Number(args, "--seed", Random.Shared.Next()));

    private static double Number(string[] args, string name, double otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at ? double.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
