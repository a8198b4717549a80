using Wenlu.Retrieval.Analysis;
using Wenlu.Retrieval.Confidence;

namespace Wenlu.Retrieval.Related;

/// <summary>What two questions share, and in what they differ. The same in both directions.</summary>
/// <param name="Shared">The share of both questions' content that the other has too, by weight; 0 to 1.</param>
/// <param name="Asked">Whether something else is asked for: 0, 1/4, 1/2 or 1.</param>
/// <param name="Numbers">Whether they name other numbers: 1, or 1/2 when only one names any.</param>
/// <param name="Negated">Whether only one of them denies.</param>
/// <param name="Opposite">Whether one has the other's opposite.</param>
/// <param name="Replaced">How much of the sentence stayed around one replaced stretch; 0 to 1.</param>
/// <param name="Swapped">Whether two things changed places around a direction.</param>
internal readonly record struct QuestionDifferences(
    double Shared, double Asked, double Numbers, bool Negated, bool Opposite, double Replaced, bool Swapped)
{
    /// <summary>The lesser share of one's content that the other has too: low when either says something of its own; 0 to 1.</summary>
    public double Covered { get; init; }

    // A character that stands in another word.
    private const double Astray = 0.6;
    private const double FunctionShare = 0.35;

    public static QuestionDifferences Between(QuestionForm one, QuestionForm other)
    {
        var (terms, others) = (ContentOf(one), ContentOf(other));
        var swapped = one.Directed && other.Directed && WordOrder.IsSwapped(terms, others);
        var opposite = Opposites.Meet(one.Text, other.Text);
        // Who swaps both and turns the word says the same: 甲比乙高, 乙比甲矮.
        var (mine, theirs) = (SharedBy(one.Terms, other.Terms), SharedBy(other.Terms, one.Terms));
        return new((mine + theirs) / 2,
            AskingWords.Distance(one.AskedFor, other.AskedFor),
            one.Numbers.SetEquals(other.Numbers) ? 0 : one.Numbers.Count > 0 && other.Numbers.Count > 0 ? 1 : 0.5,
            one.Negated != other.Negated,
            opposite && !swapped,
            WordOrder.KeptAroundReplaced(terms, others),
            swapped && !opposite)
        {
            Covered = Math.Min(mine, theirs),
        };
    }

    private static List<string> ContentOf(QuestionForm question) => [.. question.Terms.Where(term => !QuestionForm.IsFunctionCharacter(term))];

    private static double SharedBy(IReadOnlyList<string> terms, IReadOnlyList<string> others)
    {
        var (total, shared) = (0.0, 0.0);
        for (var at = 0; at < terms.Count; at++)
        {
            var weight = WeightOf(terms[at]);
            total += weight;
            shared += weight * ShareOf(terms, at, others);
        }
        return total > 0 ? shared / total : 0;
    }

    // Beside a neighbour that the other has as well it is the same word; a word is one by itself.
    private static double ShareOf(IReadOnlyList<string> terms, int at, IReadOnlyList<string> others)
    {
        var best = 0.0;
        for (var place = 0; place < others.Count && best < 1; place++)
            if (others[place] == terms[at])
                best = Math.Max(best, IsWord(terms[at]) || SameNeighbour(terms, at, others, place) ? 1 : Astray);
        return best;
    }

    private static bool SameNeighbour(IReadOnlyList<string> terms, int at, IReadOnlyList<string> others, int place) =>
        at > 0 && place > 0 && terms[at - 1] == others[place - 1]
        || at + 1 < terms.Count && place + 1 < others.Count && terms[at + 1] == others[place + 1];

    private static bool IsWord(string term) => !TextScanner.IsIdeographic(term);

    private static double WeightOf(string term) =>
        -Math.Log(Math.Min(0.8, CommonTerms.ShareOf(term, !IsWord(term)))) * (QuestionForm.IsFunctionCharacter(term) ? FunctionShare : 1);
}
