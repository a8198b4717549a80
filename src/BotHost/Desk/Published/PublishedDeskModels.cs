using Wenlu.BotHost.Desk.Writing;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Desk.Published;

/// <summary>Which of the published questions an editor looks at.</summary>
public sealed record PublishedQuery(string? Kind, string? Text, int Page)
{
    /// <summary>What their answers rest on has changed since.</summary>
    public const string Changed = "changed";

    /// <summary>Not shown now, since not everyone may read what they rest on.</summary>
    public const string Away = "away";

    /// <summary>Without the page.</summary>
    public string Address => DeskSections.Published + (Parts().ToList() is { Count: > 0 } parts ? "?" + string.Join('&', parts) : string.Empty);

    private IEnumerable<string> Parts()
    {
        if (Kind is not null)
            yield return "kind=" + Kind;
        if (!string.IsNullOrEmpty(Text))
            yield return "q=" + Uri.EscapeDataString(Text);
    }
}

/// <summary>A document for which a question is not shown, and why.</summary>
public sealed record ClosedSource(string DocumentId, Bilingual Why);

/// <param name="SourcesChangedAt">Set when that was after the answer.</param>
/// <param name="Closed">Empty for what is on the site.</param>
public sealed record PublishedRow(PublishedQuestion Question, QuestionCount Count, DateTimeOffset? SourcesChangedAt, IReadOnlyList<ClosedSource> Closed);

public sealed record PublishedModel(PublishedQuery Query, IReadOnlyList<PublishedRow> Rows, int Pages)
{
    public int All { get; init; }

    public int Changed { get; init; }

    public int Away { get; init; }

    public Bilingual? Notice { get; init; }

    /// <summary>The id of what was just taken down.</summary>
    public string? Undo { get; init; }
}

/// <summary>A published question as it is edited.</summary>
public sealed record PublishedEditModel(PublishedRow Row, TypedAnswer Typed, AnswerPreview Preview)
{
    public FormProblems Problems { get; init; } = FormProblems.None;

    /// <summary>It says that a model wrote it, so that this can be kept or dropped.</summary>
    public bool WasByModel { get; init; }

    public Bilingual? Notice { get; init; }
}
