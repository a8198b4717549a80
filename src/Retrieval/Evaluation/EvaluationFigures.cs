namespace Wenlu.Retrieval.Evaluation;

/// <summary>The figures of a run.</summary>
/// <param name="Measures">Each measure's mean, in the order of printing; those of headings over the questions that say where their answer stands.</param>
/// <param name="Kinds">The same for each label, in the order of the labels' first questions; empty without labels.</param>
/// <param name="Refusal">Null when nothing unanswerable, or nothing answerable, was asked.</param>
/// <param name="Latency">Null when nothing answerable was asked.</param>
public sealed record EvaluationFigures(
    IReadOnlyList<MeasureFigure> Measures, IReadOnlyList<KindFigures> Kinds, RefusalFigures? Refusal, LatencyFigures? Latency)
{
    /// <summary>Computes them.</summary>
    /// <param name="run">With all of its results.</param>
    public static EvaluationFigures Of(EvaluationRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var kinds = run.Questions.Where(question => question.Kind is not null).GroupBy(question => question.Kind!);
        return new EvaluationFigures(
            MeasuresOf(run.Questions, run.Depth),
            [.. kinds.Select(kind => new KindFigures(kind.Key, kind.Count(), MeasuresOf([.. kind], run.Depth)))],
            RefusalFigures.Of(run),
            LatencyFigures.Of([.. run.Questions.Select(question => question.Milliseconds).Order()]));
    }

    private static IReadOnlyList<MeasureFigure> MeasuresOf(IReadOnlyList<QuestionResult> questions, int depth)
    {
        string[] names = [.. Evaluation.Measures.OverDocuments(depth), Evaluation.Measures.HeadingHit1, Evaluation.Measures.HeadingHit5];
        return [.. names
            .Select(name => (Name: name, Values: questions.Where(question => question.Scores.ContainsKey(name)).Select(question => question.Scores[name]).ToArray()))
            .Where(measure => measure.Values.Length > 0)
            .Select(measure => new MeasureFigure(measure.Name, measure.Values.Length, Bootstrap.Mean(measure.Values)))];
    }
}

/// <summary>One measure over many questions.</summary>
/// <param name="Name">See <see cref="Evaluation.Measures"/>.</param>
/// <param name="Questions">How many questions have it.</param>
/// <param name="Value">Its mean.</param>
public sealed record MeasureFigure(string Name, int Questions, Estimate Value);

/// <summary>The measures over the questions of one label.</summary>
/// <param name="Kind">The label.</param>
/// <param name="Questions">How many there are.</param>
/// <param name="Measures">As for the whole run.</param>
public sealed record KindFigures(string Kind, int Questions, IReadOnlyList<MeasureFigure> Measures);

/// <summary>What the searches of the answerable questions took, one at a time.</summary>
/// <param name="Median">In milliseconds.</param>
/// <param name="P95">In milliseconds: 19 of 20 took no longer.</param>
public sealed record LatencyFigures(double Median, double P95)
{
    internal static LatencyFigures? Of(IReadOnlyList<double> ascending) =>
        ascending.Count == 0 ? null : new LatencyFigures(Percentile.Of(ascending, 0.5), Percentile.Of(ascending, 0.95));
}

/// <summary>How well what has no answer is told from what has one.</summary>
/// <param name="FalseRefusals">The share of the answerable questions that the product refuses.</param>
/// <param name="Threshold">The confidence below which 5 % of the answerable questions fall, or a little fewer.</param>
/// <param name="Groups">For each reason why there is no answer.</param>
/// <param name="Pooled">All of them together.</param>
public sealed record RefusalFigures(double FalseRefusals, double Threshold, IReadOnlyList<RefusalGroup> Groups, RefusalGroup Pooled)
{
    /// <summary>The share of answerable questions that may be refused when thresholds are compared.</summary>
    public const double TolerableFalseRefusals = 0.05;

    internal static RefusalFigures? Of(EvaluationRun run)
    {
        QuestionResult[] asked = [.. run.Questions.Where(question => question.Collection == Evaluator.SearchedDocuments)];
        if (asked.Length == 0 || run.Unanswerable.Count == 0)
            return null;
        double[] answerable = [.. asked.Select(question => question.Confidence)];
        var threshold = RefusalMeasures.ThresholdAt(answerable, TolerableFalseRefusals);
        var groups = run.Unanswerable.GroupBy(GroupOf).OrderBy(group => group.Key.Why);
        return new RefusalFigures(
            asked.Count(question => !question.Answered) / (double)asked.Length,
            threshold,
            [.. groups.Select(group => RefusalGroup.Of(group.Key.Why, group.Key.Kind, answerable, [.. group], threshold))],
            RefusalGroup.Of(null, null, answerable, run.Unanswerable, threshold));
    }

    // The labels say why a dataset holds a question that it does not answer; near misses are all of one sort.
    private static (Unanswerable Why, string? Kind) GroupOf(UnanswerableResult result) => (result.Why, result.Why == Unanswerable.Given ? result.Kind : null);
}

/// <summary>Refusal of the unanswerable questions of one sort.</summary>
/// <param name="Why">The sort; null for all.</param>
/// <param name="Kind">The label that questions given as unanswerable have, if any.</param>
/// <param name="Questions">How many there are.</param>
/// <param name="AreaUnderCurve">See <see cref="RefusalMeasures.AreaUnderCurve"/>.</param>
/// <param name="RefusedAtThreshold">The share refused at <see cref="RefusalFigures.Threshold"/>.</param>
/// <param name="RefusedByProduct">The share that the product itself refuses.</param>
public sealed record RefusalGroup(Unanswerable? Why, string? Kind, int Questions, double AreaUnderCurve, double RefusedAtThreshold, double RefusedByProduct)
{
    internal static RefusalGroup Of(
        Unanswerable? why, string? kind, IReadOnlyList<double> answerable, IReadOnlyList<UnanswerableResult> results, double threshold)
    {
        double[] confidences = [.. results.Select(result => result.Confidence)];
        return new RefusalGroup(
            why, kind, results.Count, RefusalMeasures.AreaUnderCurve(answerable, confidences), RefusalMeasures.RefusedBelow(confidences, threshold),
            results.Count(result => !result.Answered) / (double)results.Count);
    }
}
