namespace Wenlu.Retrieval.Evaluation;

/// <summary>Two runs over the same questions, side by side.</summary>
/// <param name="Questions">How many questions both have.</param>
/// <param name="Measures">Each measure that both have.</param>
public sealed record RunComparison(int Questions, IReadOnlyList<ComparedMeasure> Measures)
{
    /// <summary>Compares the questions that both runs have, by id.</summary>
    /// <param name="first">The run compared with.</param>
    /// <param name="second">The run that may be better.</param>
    public static RunComparison Of(EvaluationRun first, EvaluationRun second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var pairs = first.Questions.Join(second.Questions, question => question.Id, question => question.Id, (before, after) => (before, after)).ToArray();
        var names = pairs.SelectMany(pair => pair.before.Scores.Keys).Distinct();
        return new RunComparison(pairs.Length, [.. names.Select(name => Compare(name, pairs)).OfType<ComparedMeasure>()]);
    }

    private static ComparedMeasure? Compare(string name, IEnumerable<(QuestionResult Before, QuestionResult After)> pairs)
    {
        var both = pairs.Where(pair => pair.Before.Scores.ContainsKey(name) && pair.After.Scores.ContainsKey(name)).ToArray();
        if (both.Length == 0)
            return null;
        double[] before = [.. both.Select(pair => pair.Before.Scores[name])];
        double[] after = [.. both.Select(pair => pair.After.Scores[name])];
        return new ComparedMeasure(name, both.Length, before.Average(), after.Average(), PairedDifference.Of(before, after));
    }
}

/// <summary>One measure in two runs.</summary>
/// <param name="Name">See <see cref="Evaluation.Measures"/>.</param>
/// <param name="Questions">How many questions have it in both.</param>
/// <param name="First">Its mean in the first run.</param>
/// <param name="Second">Its mean in the second run.</param>
/// <param name="Paired">The difference question by question.</param>
public sealed record ComparedMeasure(string Name, int Questions, double First, double Second, PairedDifference Paired);
