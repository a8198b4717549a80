using System.Text.RegularExpressions;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Related;

/// <summary>
/// Whether the answer to one question may be given to another without anybody looking at it. Likeness alone is not enough for that:
/// what one of the two says and the other does not must be next to nothing, and a number, a name, a denial, an opposite or a thing
/// put in the place of another decides by itself.
/// </summary>
public static partial class SameQuestion
{
    // What either has of the other's content; measured with the pairs of tests/Retrieval.Tests/Related, see the project's README.
    private const double LeastCovered = 0.8;
    private const double LeastCoveredOfNear = 0.6;

    // Who keeps half of a sentence around one replaced stretch has put one thing in the place of another.
    private const double MostReplaced = 0.5;
    private const double MostAskedApart = 0.25;

    /// <summary>How surely they are one question: 1 for the same words, 0 for everything that is not the same for certain. Symmetric.</summary>
    /// <param name="one">A question in any language.</param>
    /// <param name="other">Another.</param>
    /// <param name="glossary">By what other names things go; null when there is none.</param>
    /// <exception cref="ArgumentNullException">A question is null.</exception>
    public static double Of(string one, string other, Glossary? glossary = null)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var names = glossary ?? Glossary.Empty;
        return Of(QuestionForm.Of(one, names), QuestionForm.Of(other, names));
    }

    /// <summary>
    /// Whether the two may be kept as one until somebody looks at them: nothing that decides tells them apart, but either may say
    /// something of its own. Symmetric.
    /// </summary>
    /// <inheritdoc cref="Of(string, string, Glossary?)"/>
    public static bool IsNear(string one, string other, Glossary? glossary = null)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var names = glossary ?? Glossary.Empty;
        return Of(QuestionForm.Of(one, names), QuestionForm.Of(other, names), LeastCoveredOfNear) > 0;
    }

    internal static double Of(QuestionForm one, QuestionForm other) => Of(one, other, LeastCovered);

    private static double Of(QuestionForm one, QuestionForm other, double leastCovered)
    {
        if (one.Text == other.Text)
            return one.Text.Length > 0 ? 1 : 0;
        var differences = QuestionDifferences.Between(one, other);
        var likeness = QuestionLikeness.Of(one, other);
        return IsDecided(differences) || !NamesOf(one).SetEquals(NamesOf(other)) || differences.Covered < leastCovered || likeness < QuestionLikeness.Same ? 0 : likeness;
    }

    private static bool IsDecided(QuestionDifferences differences) =>
        differences.Numbers > 0 || differences.Negated || differences.Opposite || differences.Swapped
        || differences.Replaced >= MostReplaced || differences.Asked > MostAskedApart;

    // Letters in a sentence of ideographs, and what mixes letters and digits anywhere, name things.
    private static HashSet<string> NamesOf(QuestionForm question)
    {
        var isIdeographic = Ideograph().IsMatch(question.Text);
        return [.. Words().Matches(question.Text).Select(match => match.Value).Where(word => isIdeographic || word.Any(char.IsAsciiDigit))];
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Ideograph();

    [GeneratedRegex(@"[a-z0-9][a-z0-9.+#_-]*")]
    private static partial Regex Words();
}
