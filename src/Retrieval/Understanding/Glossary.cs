namespace Wenlu.Retrieval.Understanding;

/// <summary>
/// What the editors call things, and what else people call them: a table with the columns <c>term</c>, <c>synonyms</c>,
/// <c>translations</c>, <c>abbreviations</c> (or 术语, 同义词, 翻译, 缩写), of which only the first is required. A cell holds several
/// forms, separated by <c>;</c>, <c>；</c> or <c>|</c>. Immutable.
/// </summary>
public sealed class Glossary
{
    /// <summary>The most lines that are read.</summary>
    public const int MaxRows = 10_000;

    /// <summary>The longest form, in characters.</summary>
    public const int MaxForm = 100;

    /// <summary>The most forms in a cell.</summary>
    public const int MaxForms = 50;

    /// <summary>The most problems that are told; a text with more is no glossary, and reading stops.</summary>
    public const int MaxProblems = 100;

    private Glossary(IReadOnlyList<GlossaryEntry> entries, IReadOnlyList<GlossaryProblem> problems)
    {
        (Entries, Problems) = (entries, problems);
        (Forms, Sounds) = (new GlossaryForms(entries), new GlossarySounds(entries));
    }

    /// <summary>A glossary without entries, which changes no question.</summary>
    public static Glossary Empty { get; } = new([], []);

    /// <summary>What could be read, in the order of the text.</summary>
    public IReadOnlyList<GlossaryEntry> Entries { get; }

    /// <summary>The lines that were left out; at most <see cref="MaxProblems"/>.</summary>
    public IReadOnlyList<GlossaryProblem> Problems { get; }

    internal GlossaryForms Forms { get; }

    internal GlossarySounds Sounds { get; }

    /// <summary>Reads a glossary. A bad line is left out and told in <see cref="Problems"/>; blank lines and those that begin with <c>#</c> say nothing.</summary>
    /// <param name="csv">Comma-separated text with a header, quoted as in RFC 4180; any line ends.</param>
    /// <exception cref="GlossaryFormatException">The header is missing or cannot be used.</exception>
    public static Glossary Parse(string csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        var (entries, problems) = GlossaryReader.Read(csv.TrimStart('\uFEFF'));
        return new(entries, problems);
    }

    /// <summary>The text of a file: UTF-8 with or without a byte order mark, or GB18030, as spreadsheets on a Chinese Windows write it.</summary>
    /// <exception cref="System.Text.DecoderFallbackException">The bytes are neither.</exception>
    public static string Decode(ReadOnlySpan<byte> file) => GlossaryText.Decode(file);
}
