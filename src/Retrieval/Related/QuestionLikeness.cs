using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Related;

/// <summary>How far two questions ask the same, judged by their wording.</summary>
/// <remarks>
/// The share of content that both have, weighed by how rare it is, to a power; times e to the minus of what sharing words cannot
/// outweigh: another thing asked for, other numbers, a denial, an opposite, one stretch replaced in the same sentence, two things
/// swapped. The weights are those of a logistic regression on half of the pairs in <c>tests/Retrieval.Tests/Related</c>, scaled so
/// that its boundary is at 1/2; numbers, denials and swaps weigh more than fitted: there are few such pairs and no doubt about
/// them. Accuracy and AUC on both halves are in the project's README.
/// </remarks>
public static class QuestionLikeness
{
    /// <summary>From here on two questions are the same one in other words.</summary>
    public const double Same = 0.5;

    private const double SharedPower = 0.66;
    private const double Asked = 1.26;
    private const double Numbers = 0.67;
    private const double Negated = 0.22;
    private const double Opposite = 0.57;
    private const double Replaced = 0.88;
    private const double Swapped = 1.03;

    /// <summary>0 (nothing in common) to 1 (the same); symmetric, and blind to script, width, case and punctuation.</summary>
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

    internal static double Of(QuestionForm one, QuestionForm other) =>
        one.Text == other.Text ? 1 : Of(QuestionDifferences.Between(one, other));

    private static double Of(QuestionDifferences differences) => Math.Pow(differences.Shared, SharedPower) * Math.Exp(
        -Asked * differences.Asked - Numbers * differences.Numbers - Replaced * differences.Replaced
        - (differences.Negated ? Negated : 0) - (differences.Opposite ? Opposite : 0) - (differences.Swapped ? Swapped : 0));
}
