using System.Globalization;
using Spectre.Console;
using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Evaluation;

namespace Wenlu.Benchmarks.Confidence;

/// <summary>
/// Fits the model behind <see cref="AnswerConfidence"/> and says how good it is on sets that it was not fitted on: every set is
/// judged by a model of the others.
/// </summary>
internal static class ConfidenceFit
{
    public const string Verb = "confidence";

    // The questions of a whole set weigh as much as those of all cuts of it; half of all weight is on what is answered.
    private const double WeightOfCuts = 0.2;
    private const double WeightOfForeign = 0.7;
    private const int Bins = 10;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var trials = await new Trials(TrialSet.Read(arguments)).RunAsync();
        var judged = LeaveOneOut(trials).ToArray();
        AnsiConsole.Profile.Width = 200;
        PrintSets(judged);
        PrintReliability(judged);
        PrintWeights(Fit(trials), trials);
        return 0;
    }

    private static LogisticModel Fit(IEnumerable<Trial> trials)
    {
        var examples = trials.Where(trial => trial.Teaches && trial.Values.Length > 0).ToArray();
        var groups = examples.CountBy(trial => (trial.Set, trial.Kind, trial.Size)).ToDictionary();
        var raw = examples.Select(trial => WeightOf(trial) / groups[(trial.Set, trial.Kind, trial.Size)]).ToArray();
        var (yes, no) = (Mass(answered: true), Mass(answered: false));
        return LogisticModel.Fit([.. examples.Select((trial, at) =>
            (trial.Values, trial.IsAnswered, raw[at] / (trial.IsAnswered ? yes : no) * examples.Length / 2))]);

        double Mass(bool answered) => raw.Where((_, at) => examples[at].IsAnswered == answered).Sum();
    }

    private static double WeightOf(Trial trial) => (trial.Size > 0 ? WeightOfCuts : 1) * (trial.Kind == TrialKind.Foreign ? WeightOfForeign : 1);

    private static IEnumerable<(Trial Trial, double Probability)> LeaveOneOut(IReadOnlyList<Trial> trials) =>
        trials.GroupBy(trial => trial.Set).SelectMany(set =>
        {
            var model = Fit(trials.Where(trial => trial.Set != set.Key));
            return set.Select(trial => (trial, model.Predict(trial.Values)));
        });

    private static void PrintSets(IReadOnlyList<(Trial Trial, double Probability)> judged)
    {
        var table = new Table().MarkdownBorder().AddColumns(
            "left out", "documents", "questions", "AUC foreign", "AUC near misses", "AUC both", "answerable, refused", "foreign, answered", "near misses, answered", "near misses, no warning");
        foreach (var group in judged.GroupBy(entry => (entry.Trial.Set, entry.Trial.Size)))
        {
            var kinds = group.ToLookup(entry => entry.Trial.Kind, entry => entry.Probability);
            var (yes, near, foreign) = (kinds[TrialKind.Answered].ToArray(), kinds[TrialKind.NearMiss].ToArray(), kinds[TrialKind.Foreign].ToArray());
            table.AddRow(
                group.Key.Set, group.Key.Size == 0 ? "all" : $"{group.Key.Size}", $"{yes.Length}", Area(yes, foreign), Area(yes, near), Both(yes, foreign, near),
                Share(yes, band => band == AnswerBand.Decline), Share(foreign, band => band != AnswerBand.Decline), Share(near, band => band != AnswerBand.Decline),
                Share(near, band => band == AnswerBand.Answer));
        }
        AnsiConsole.Write(table);
    }

    // Both kinds count the same, however many of each were asked.
    private static string Both(double[] yes, double[] foreign, double[] near) => Text(
        (RefusalMeasures.AreaUnderCurve(yes, foreign) + RefusalMeasures.AreaUnderCurve(yes, near)) / 2, "0.000");

    private static string Area(double[] yes, double[] no) => Text(RefusalMeasures.AreaUnderCurve(yes, no), "0.000");

    private static string Share(double[] probabilities, Func<AnswerBand, bool> isMeant) =>
        Text(100 * probabilities.Count(probability => isMeant(AnswerConfidence.BandOf(probability))) / (double)probabilities.Length, "0.0");

    private static void PrintReliability(IReadOnlyList<(Trial Trial, double Probability)> judged)
    {
        var table = new Table().MarkdownBorder().AddColumns("confidence", "whole sets: mean", "answered", "questions", "1 to 30 documents: mean", "answered", "questions", "");
        var (whole, small) = (Reliability.Of(judged.Where(entry => entry.Trial.Size == 0), Bins), Reliability.Of(judged.Where(entry => entry.Trial.Size is > 0 and <= 30), Bins));
        for (var bin = 0; bin < Bins; bin++)
            table.AddRow(
                Text(bin / (double)Bins, "0.0") + " to " + Text((bin + 1) / (double)Bins, "0.0"),
                Text(whole.Bins[bin].Mean, "0.00"), Text(whole.Bins[bin].Answered, "0.00"), $"{whole.Bins[bin].Count}",
                Text(small.Bins[bin].Mean, "0.00"), Text(small.Bins[bin].Answered, "0.00"), $"{small.Bins[bin].Count}", new string('█', (int)Math.Round(whole.Bins[bin].Answered * 20)));
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"Expected calibration error: whole sets {Text(whole.Error, "0.000")}, 1 to 30 documents {Text(small.Error, "0.000")}");
        foreach (var set in judged.GroupBy(entry => entry.Trial.Set))
            AnsiConsole.WriteLine($"  {set.Key}: {Text(Reliability.Of(set, Bins).Error, "0.000")}");
    }

    private static void PrintWeights(LogisticModel model, IReadOnlyList<Trial> trials)
    {
        AnsiConsole.WriteLine($"Fitted on {trials.Count} questions asked:");
        AnsiConsole.WriteLine($"  intercept {Text(model.Weights[0], "0.00")}");
        foreach (var (feature, weight) in AnswerConfidence.Model.Zip(model.Weights.Skip(1)))
            AnsiConsole.WriteLine($"  {feature.Name} {Text(weight, "0.00")}");
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
