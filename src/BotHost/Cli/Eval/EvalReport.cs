using System.Globalization;
using Spectre.Console;
using Wenlu.Retrieval.Evaluation;

namespace Wenlu.BotHost.Cli.Eval;

/// <summary>Prints the figures of a run, or of two beside each other.</summary>
internal sealed class EvalReport(IAnsiConsole console, Language language)
{
    public void Write(EvaluationRun run, EvaluationFigures figures)
    {
        console.WriteLine($"{run.Dataset}: {EvalTexts.Index(run.Index).In(language)}");
        if (figures.Latency is { } latency)
            console.WriteLine(EvalTexts.Latency(latency).In(language));
        console.Write(MeasureTable(figures.Measures));
        if (figures.Kinds.Count > 0)
            console.Write(KindTable(figures.Kinds));
        if (figures.Refusal is { } refusal)
        {
            console.Write(RefusalTable(refusal));
            console.WriteLine(EvalTexts.FalseRefusals(refusal.FalseRefusals).In(language));
        }
    }

    public void Write(RunComparison comparison)
    {
        var table = NewTable(
            EvalTexts.Measure, EvalTexts.Questions, EvalTexts.First, EvalTexts.Second, EvalTexts.Difference, EvalTexts.Interval, new("p", "p"), EvalTexts.Changed);
        foreach (var measure in comparison.Measures)
        {
            var paired = measure.Paired;
            table.AddRow(
                measure.Name, Count(measure.Questions), Value(measure.First), Value(measure.Second), Signed(paired.Difference.Mean),
                $"{Signed(paired.Difference.Low)} … {Signed(paired.Difference.High)}", Value(paired.P), Count(paired.Changed));
        }
        console.Write(table);
    }

    private Table MeasureTable(IReadOnlyList<MeasureFigure> measures)
    {
        var table = NewTable(EvalTexts.Measure, EvalTexts.Questions, EvalTexts.Mean, EvalTexts.Interval);
        foreach (var (name, questions, value) in measures)
            table.AddRow(name, Count(questions), Value(value.Mean), $"{Value(value.Low)} … {Value(value.High)}");
        return table;
    }

    private Table KindTable(IReadOnlyList<KindFigures> kinds)
    {
        var names = kinds.SelectMany(kind => kind.Measures).Select(measure => measure.Name).Distinct().ToArray();
        var table = NewTable([EvalTexts.Kind, EvalTexts.Questions, .. names.Select(name => new Bilingual(name, name))]);
        foreach (var kind in kinds)
        {
            var values = kind.Measures.ToDictionary(measure => measure.Name, measure => Value(measure.Value.Mean));
            table.AddRow([Markup.Escape(kind.Kind), Count(kind.Questions), .. names.Select(name => values.GetValueOrDefault(name, ""))]);
        }
        return table;
    }

    private Table RefusalTable(RefusalFigures refusal)
    {
        var table = NewTable(EvalTexts.NoAnswer, EvalTexts.Questions, new("AUC", "AUC"), EvalTexts.RefusedAt, EvalTexts.RefusedByProduct);
        foreach (var group in refusal.Groups.Count > 1 ? [.. refusal.Groups, refusal.Pooled] : refusal.Groups)
            table.AddRow(
                Markup.Escape(EvalTexts.Why(group).In(language)), Count(group.Questions), Value(group.AreaUnderCurve), Value(group.RefusedAtThreshold),
                Value(group.RefusedByProduct));
        return table;
    }

    private Table NewTable(params IReadOnlyList<Bilingual> columns)
    {
        var table = CliTable.Create(console, columns.Select(column => column.In(language)));
        foreach (var column in table.Columns.Skip(1))
            column.Alignment = Justify.Right;
        return table;
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Value(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);
}
