using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Confidence;

/// <summary>A question as passages are read for it: its units, what each weighs, and the terms by which they are recognised.</summary>
internal sealed class AskedUnits
{
    // A code among many words is a detail of the question; one that weighs this much is what the question is about.
    private const double LeastShareOfCode = 0.3;

    private readonly Dictionary<string, List<Sign>> signs = [];
    private readonly Dictionary<string, List<Sign>>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private AskedUnits(IReadOnlyList<QuestionUnit> units, TermWeights weights)
    {
        Weights = [.. units.Select(weights.Of)];
        Total = Weights.Sum();
        Unknown = units.Zip(Weights, (unit, weight) => weights.Knows(unit) ? 0 : weight).Sum();
        NamesUnknownCode = units.Zip(Weights, (unit, weight) => weight >= Total * LeastShareOfCode && unit.IsCode && !weights.KnowsPartOf(unit)).Any(unknown => unknown);
        HasWords = units.Any(unit => !unit.Ideographic);
        lookup = signs.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var unit = 0; unit < units.Count; unit++)
        {
            Add(units[unit].Strong, new Sign(unit, Strong: true));
            Add(units[unit].Weak, new Sign(unit, Strong: false));
        }
    }

    /// <summary>What each unit tells, in nats.</summary>
    public double[] Weights { get; }

    /// <summary>What all units tell together.</summary>
    public double Total { get; }

    /// <summary>What the units tell that no passage speaks of.</summary>
    public double Unknown { get; }

    /// <summary>Whether it asks about a code that stands nowhere, not even in part.</summary>
    public bool NamesUnknownCode { get; }

    /// <summary>Whether a word is asked for at all; taking a passage's words apart is the dearest part of reading it.</summary>
    public bool HasWords { get; }

    /// <summary>Weighs a question by what the corpus has.</summary>
    /// <param name="lexemes">Its content in order.</param>
    /// <param name="weights">Of the corpus.</param>
    public static AskedUnits Of(IEnumerable<Lexeme> lexemes, TermWeights weights) => new([.. QuestionUnit.Of(lexemes)], weights);

    /// <summary>The units that a term of a passage shows; usually none.</summary>
    public IReadOnlyList<Sign> ShownBy(ReadOnlySpan<char> term) => lookup.TryGetValue(term, out var shown) ? shown : [];

    private void Add(IEnumerable<string> terms, Sign sign)
    {
        foreach (var term in terms.Distinct())
            (signs.TryGetValue(term, out var known) ? known : signs[term] = []).Add(sign);
    }
}

/// <summary>What a term says of a unit: surely, or perhaps for another reason.</summary>
internal readonly record struct Sign(int Unit, bool Strong);
