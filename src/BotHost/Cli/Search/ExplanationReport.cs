using System.Globalization;
using Spectre.Console;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Cli.Search;

/// <summary>Prints how a result came about: what was looked up, what each hit got for it, and what the confidence is made of.</summary>
internal sealed class ExplanationReport(IAnsiConsole console, Language language)
{
    public void Write(SearchExplanation explanation)
    {
        console.Write(WordingTable(explanation.Wordings));
        console.Write(HitTable(explanation.Hits));
        if (explanation.Confidence is { } confidence)
            console.Write(ConfidenceTable(confidence));
    }

    private Table WordingTable(IReadOnlyList<ExplainedWording> wordings)
    {
        var table = NewTable(SearchTexts.Wording, SearchTexts.Reason, SearchTexts.Weight, SearchTexts.Field, SearchTexts.Terms);
        foreach (var wording in wordings)
            foreach (var field in wording.Fields)
                AddRow(table, wording.Text, wording.Reason, Number(wording.Weight), $"{field.Name} × {Number(field.Weight)}", TermsOf(field));
        return table;
    }

    private Table HitTable(IReadOnlyList<ExplainedHit> hits)
    {
        var table = NewTable(
            new("#", "#"), SearchTexts.Wording, SearchTexts.Rank, SearchTexts.Score, SearchTexts.Fields, SearchTexts.NameLift, SearchTexts.Meeting, SearchTexts.Dense, SearchTexts.Fused,
            SearchTexts.Reranker);
        foreach (var (index, hit) in hits.Index())
            foreach (var rank in hit.Lexical.DefaultIfEmpty())
                AddRow(table, [
                    $"{index + 1}", Number(rank?.Wording + 1), Number(rank?.Rank), Number(rank?.Score), FieldsOf(rank), Number(rank?.NameLift), Number(rank?.Meeting),
                    hit.DenseRank is null ? "" : $"{hit.DenseRank}: {Number(hit.DenseScore)}", Number(hit.FusedScore), Number(hit.RerankerScore),
                ]);
        return table;
    }

    private Table ConfidenceTable(ExplainedConfidence confidence)
    {
        var table = NewTable(SearchTexts.Feature, SearchTexts.Value, SearchTexts.Contribution);
        foreach (var feature in confidence.Features)
            AddRow(table, feature.Name, Number(feature.Value), Number(feature.Contribution));
        AddRow(table, SearchTexts.Trust(confidence.Wording + 1).In(language), Number(confidence.Trust), "");
        return table;
    }

    private Table NewTable(params IReadOnlyList<Bilingual> columns) => CliTable.Create(console, columns.Select(column => column.In(language)));

    private static void AddRow(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    private static string TermsOf(ExplainedField field) => string.Join(' ', field.Terms.Select(Term));

    private static string Term(ExplainedTerm term) => term.DocumentFrequency is { } frequency
        ? $"{term.Text}({frequency}, {Number(term.InverseDocumentFrequency)})"
        : term.Text;

    private static string FieldsOf(ExplainedRank? rank) => rank is null ? "" : string.Join(" + ", rank.Fields.Select(field => $"{field.Key} {Number(field.Value)}"));

    private static string Number(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
