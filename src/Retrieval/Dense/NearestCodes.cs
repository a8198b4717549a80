namespace Wenlu.Retrieval.Dense;

/// <summary>One of the vectors whose codes are near to a question's.</summary>
internal readonly record struct NearCode(int Doc, int Slot, int Distance);

/// <summary>
/// Keeps the nearest of a stream of codes. Distances are whole numbers up to the length of a code: a count for each says how
/// near the next one has to be, so that almost all are turned away by one comparison.
/// </summary>
/// <param name="wanted">How many to keep, 1 or more.</param>
/// <param name="bits">The length of a code.</param>
internal sealed class NearestCodes(int wanted, int bits)
{
    private readonly List<NearCode> kept = [];
    private readonly int[] countAt = new int[bits + 1];
    private int farthest = bits;
    private int count;

    /// <summary>Codes farther away than this are of no use any more.</summary>
    public int Limit { get; private set; } = bits;

    public void Add(NearCode code)
    {
        kept.Add(code);
        countAt[code.Distance]++;
        count++;
        // What lies at the far end is dropped as a whole as soon as enough is nearer.
        while (count - countAt[farthest] >= wanted)
            count -= countAt[farthest--];
        Limit = count >= wanted ? farthest - 1 : farthest;
    }

    /// <summary>The nearest, of equally near ones the first to come.</summary>
    public IEnumerable<NearCode> Best() =>
        kept.Where(code => code.Distance <= farthest).OrderBy(code => code.Distance).Take(wanted);
}
