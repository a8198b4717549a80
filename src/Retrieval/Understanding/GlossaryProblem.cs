namespace Wenlu.Retrieval.Understanding;

/// <summary>What can be wrong with a glossary.</summary>
public enum GlossaryFault
{
    /// <summary>No line that names columns; the whole glossary is refused.</summary>
    NoHeader,

    /// <summary>No column <c>term</c>; the whole glossary is refused.</summary>
    NoTermColumn,

    /// <summary>Two columns of the same name; the whole glossary is refused.</summary>
    RepeatedColumn,

    /// <summary>A quote that is not closed, or that stands inside an unquoted cell.</summary>
    BadQuotes,

    /// <summary>More cells than columns, usually because of a comma that should be quoted.</summary>
    TooManyCells,

    /// <summary>Nothing in the column <c>term</c>.</summary>
    NoTerm,

    /// <summary>A form longer than <see cref="Glossary.MaxForm"/>, or more than <see cref="Glossary.MaxForms"/> in one line.</summary>
    TooLong,

    /// <summary>More than <see cref="Glossary.MaxRows"/> lines; the rest is left out.</summary>
    TooManyRows,
}

/// <summary>Something wrong with a glossary, and where.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Fault">What it is.</param>
/// <param name="Column">The column it stands in; null when it is the whole line.</param>
public sealed record GlossaryProblem(int Line, GlossaryFault Fault, string? Column = null);

/// <summary>A glossary without a usable header: no line of it can be understood.</summary>
public sealed class GlossaryFormatException(GlossaryProblem problem)
    : FormatException($"Line {problem.Line} of the glossary is no header ({problem.Fault}{(problem.Column is null ? "" : $": {problem.Column}")}).")
{
    /// <summary>What is wrong with the header.</summary>
    public GlossaryProblem Problem => problem;
}
