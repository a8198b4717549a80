namespace Wenlu.BotHost.Desk.Charts;

/// <summary>An axis from zero up to a round number, in round steps.</summary>
public sealed record RoundScale(int Steps, double Step)
{
    private const int MostSteps = 4;
    private static readonly double[] Round = [1, 2, 5, 10];

    public double Top => Steps * Step;

    public IEnumerable<double> Ticks => Enumerable.Range(0, Steps + 1).Select(step => step * Step);

    /// <summary>Of shares, 0 to 1.</summary>
    public static RoundScale OfShares { get; } = new(4, 0.25);

    /// <param name="largest">What has to fit.</param>
    /// <param name="smallestStep">1 where halves mean nothing.</param>
    public static RoundScale UpTo(double largest, double smallestStep = 1)
    {
        var rough = Math.Max(largest / MostSteps, smallestStep);
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Round.Select(round => round * magnitude).First(step => step >= rough * (1 - 1e-9));
        return new(Math.Max(1, (int)Math.Ceiling(largest / step * (1 - 1e-9))), step);
    }
}
