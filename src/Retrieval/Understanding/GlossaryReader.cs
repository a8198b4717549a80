using CsvHelper;

namespace Wenlu.Retrieval.Understanding;

/// <summary>Reads the lines of a glossary (RFC 4180) and notes those that cannot be read.</summary>
internal sealed class GlossaryReader
{
    private static readonly char[] Separators = [';', '；', '|', '｜', '\n'];

    private readonly List<GlossaryEntry> entries = [];
    private readonly List<GlossaryProblem> problems = [];

    /// <summary>The entries that could be read and the problems of the other lines, both in the order of the text.</summary>
    /// <exception cref="GlossaryFormatException">The header cannot be used.</exception>
    public static (IReadOnlyList<GlossaryEntry> Entries, IReadOnlyList<GlossaryProblem> Problems) Read(string csv)
    {
        var reader = new GlossaryReader();
        reader.ReadAll(QuotedLines.Mend(csv, line => reader.Note(line, GlossaryFault.BadQuotes)));
        return (reader.entries, [.. reader.problems.OrderBy(problem => problem.Line).Take(Glossary.MaxProblems)]);
    }

    private void ReadAll(string csv)
    {
        using var rows = CsvReader.FromText(csv, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            CommentPrefix = '#',
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = row => Note((int)row.LineNumber, GlossaryFault.BadQuotes),
        });
        if (!rows.Read())
            throw new GlossaryFormatException(new(1, GlossaryFault.NoHeader));
        var columns = GlossaryColumns.Read(rows.Current.ToArray(), (int)rows.LineNumber);
        while (problems.Count < Glossary.MaxProblems && rows.Read())
        {
            if (entries.Count == Glossary.MaxRows)
            {
                Note((int)rows.LineNumber, GlossaryFault.TooManyRows);
                return;
            }
            Take(columns, rows.Current.ToArray(), (int)rows.LineNumber);
        }
    }

    private void Take(GlossaryColumns columns, string[] row, int line)
    {
        if (row.All(cell => cell.Length == 0))
            return;
        var entry = new GlossaryEntry(
            columns.Cell(row, GlossaryColumns.Term),
            Split(columns.Cell(row, GlossaryColumns.Synonyms)),
            Split(columns.Cell(row, GlossaryColumns.Translations)),
            Split(columns.Cell(row, GlossaryColumns.Abbreviations)));
        if (row.Skip(columns.Count).Any(cell => cell.Length > 0))
            Note(line, GlossaryFault.TooManyCells);
        else if (entry.Term.Length == 0)
            Note(line, GlossaryFault.NoTerm, GlossaryColumns.Term);
        else if (TooLong(entry) is { } column)
            Note(line, GlossaryFault.TooLong, column);
        else
            entries.Add(entry);
    }

    private void Note(int line, GlossaryFault fault, string? column = null) => problems.Add(new(line, fault, column));

    private static string[] Split(string cell) =>
        cell.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? TooLong(GlossaryEntry entry) =>
        IsTooLong([entry.Term]) ? GlossaryColumns.Term
        : IsTooLong(entry.Synonyms) ? GlossaryColumns.Synonyms
        : IsTooLong(entry.Translations) ? GlossaryColumns.Translations
        : IsTooLong(entry.Abbreviations) ? GlossaryColumns.Abbreviations
        : null;

    private static bool IsTooLong(IReadOnlyList<string> forms) =>
        forms.Count > Glossary.MaxForms || forms.Any(form => form.Length > Glossary.MaxForm);
}
