namespace Wenlu.Retrieval.Confidence;

/// <summary>What is in sight of a question's units while a window moves over a passage, and what that weighs.</summary>
internal sealed class UnitTally(double[] weights)
{
    // A character without its neighbour, a part of a code: it may stand there for another reason.
    private const double WeakShare = 0.35;

    private readonly int[] strong = new int[weights.Length];
    private readonly int[] weak = new int[weights.Length];

    /// <summary>The weight of the units in sight; one that is seen only by weak signs counts for a part.</summary>
    public double Weight { get; private set; }

    public void Add(Sign sign) => Change(sign, 1);

    public void AddAll(IEnumerable<Sign> signs)
    {
        foreach (var sign in signs)
            Add(sign);
    }

    public void Remove(Sign sign) => Change(sign, -1);

    public UnitTally Copy()
    {
        var copy = new UnitTally(weights) { Weight = Weight };
        strong.CopyTo(copy.strong, 0);
        weak.CopyTo(copy.weak, 0);
        return copy;
    }

    private void Change(Sign sign, int by)
    {
        var before = ShareOf(sign.Unit);
        (sign.Strong ? strong : weak)[sign.Unit] += by;
        Weight += (ShareOf(sign.Unit) - before) * weights[sign.Unit];
    }

    private double ShareOf(int unit) => strong[unit] > 0 ? 1 : weak[unit] > 0 ? WeakShare : 0;
}
