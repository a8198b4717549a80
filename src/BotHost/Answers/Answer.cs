namespace Wenlu.BotHost.Answers;

public enum Outcome
{
    /// <summary>Written by a model from the passages, every reference checked.</summary>
    Grounded,

    /// <summary>The passages themselves, because no model wrote a usable answer.</summary>
    Extractive,

    /// <summary>The knowledge base does not say.</summary>
    NotFound,

    /// <summary>The knowledge base could not be searched.</summary>
    Unavailable,
}

/// <summary>A finished answer. Its Markdown cites <c>[1]</c>, <c>[2]</c>; the references carry those numbers, in order of first appearance.</summary>
public sealed record Answer(
    Outcome Outcome,
    string Markdown,
    IReadOnlyList<Reference> References,
    IReadOnlyList<RelatedQuestion> Related,
    string StandaloneQuestion,
    Language Language)
{
    /// <summary>Who answered, when it was an editor and no model; null for every other answer.</summary>
    public Official? Official { get; init; }

    /// <summary>The search was not sure that the passages answer the question, which the answer says.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Questions that go on from here, whole sentences; an answer that was stored without them has none.</summary>
    public IReadOnlyList<string> Suggestions { get; init => field = value ?? []; } = [];
}

/// <param name="Editor">The name of an editor's key, or a person's as the platform has it.</param>
/// <param name="UpdatedAt">When the answer was written.</param>
public sealed record Official(string Editor, DateTimeOffset UpdatedAt);

public sealed record Reference(
    int Number,
    string DocumentId,
    string Title,
    IReadOnlyList<string> Headings,
    string Text,
    string? Url,
    DateTimeOffset UpdatedAt);

public sealed record RelatedQuestion(string Question, string? Url);
