namespace Wenlu.Retrieval.Understanding;

/// <summary>Where in a line of the glossary stands what; columns of other names belong to the editors.</summary>
internal sealed class GlossaryColumns
{
    public const string Term = "term";
    public const string Synonyms = "synonyms";
    public const string Translations = "translations";
    public const string Abbreviations = "abbreviations";

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [Term] = Term,
        ["术语"] = Term,
        [Synonyms] = Synonyms,
        ["同义词"] = Synonyms,
        [Translations] = Translations,
        ["翻译"] = Translations,
        [Abbreviations] = Abbreviations,
        ["缩写"] = Abbreviations,
    };

    private readonly Dictionary<string, int> places = [];

    private GlossaryColumns(int count) => Count = count;

    public int Count { get; }

    /// <summary>Reads the first line.</summary>
    /// <exception cref="GlossaryFormatException">It names no term, or a column twice.</exception>
    public static GlossaryColumns Read(string[] header, int line)
    {
        var columns = new GlossaryColumns(header.Length);
        for (var place = 0; place < header.Length; place++)
            if (Names.TryGetValue(header[place].Trim(), out var name) && !columns.places.TryAdd(name, place))
                throw new GlossaryFormatException(new(line, GlossaryFault.RepeatedColumn, header[place]));
        return columns.places.ContainsKey(Term) ? columns : throw new GlossaryFormatException(new(line, GlossaryFault.NoTermColumn));
    }

    /// <summary>What a line has in a column; empty when the line is shorter or the column is not there.</summary>
    public string Cell(string[] row, string column) =>
        places.TryGetValue(column, out var place) && place < row.Length ? row[place] : "";
}
