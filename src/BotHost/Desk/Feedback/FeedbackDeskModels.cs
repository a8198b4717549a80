namespace Wenlu.BotHost.Desk.Feedback;

/// <summary>Which feedback an editor looks at.</summary>
public sealed record FeedbackQuery(string? Kind, string? Text, int Page)
{
    public const string Down = "down";
    public const string Written = "written";

    /// <summary>Without the page.</summary>
    public string Address => DeskSections.Feedback + (Parts().ToList() is { Count: > 0 } parts ? "?" + string.Join('&', parts) : string.Empty);

    private IEnumerable<string> Parts()
    {
        if (Kind is not null)
            yield return "kind=" + Kind;
        if (!string.IsNullOrEmpty(Text))
            yield return "q=" + Uri.EscapeDataString(Text);
    }
}

/// <param name="Url">Null for a document that is read nowhere, or is gone.</param>
public sealed record BehindAnswer(string DocumentId, string Title, string? Url);

/// <summary>What people said of the answers to one question: on cards and on the site. Nobody's name is in it.</summary>
/// <param name="Reasons">What was chosen and what was written, the newest answer's first.</param>
/// <param name="LastAt">When somebody last voted; null where that was not kept.</param>
public sealed record FeedbackTopic(string Question, int Up, int Down, int Useful, int NotUseful, IReadOnlyList<string> Reasons, DateTimeOffset? LastAt)
{
    public IReadOnlyList<BehindAnswer> Documents { get; init; } = [];

    /// <summary>The question on the site, by its id; null when it is not there.</summary>
    public string? PublishedId { get; init; }

    /// <summary>Where it waits for an answer; null when it does not.</summary>
    public string? GapId { get; init; }

    public int Against => Down + NotUseful;
}

public sealed record FeedbackModel(FeedbackQuery Query, IReadOnlyList<FeedbackTopic> Topics, int Pages)
{
    public Bilingual? Notice { get; init; }
}
