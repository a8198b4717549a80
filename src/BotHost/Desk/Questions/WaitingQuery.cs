using Wenlu.BotHost.Gaps;

namespace Wenlu.BotHost.Desk.Questions;

/// <summary>Which of the waiting questions an editor looks at.</summary>
public sealed record WaitingQuery(string? Kind, string? Text, int Page)
{
    public const string NotFound = "not-found";
    public const string Unsure = "unsure";
    public const string Disliked = "disliked";

    /// <summary>Answers that were liked or are asked often, and could be published.</summary>
    public const string Good = "good";

    /// <summary>All answers that could be published.</summary>
    public const string Given = "given";

    public const string Closed = "closed";

    private static readonly string[] Kinds = [NotFound, Unsure, Disliked, Good, Given, Closed];

    public bool IsOfAnswers => Kind is Good or Given;

    /// <summary>Without the page.</summary>
    public string Address => DeskSections.Questions + (Parts().ToList() is { Count: > 0 } parts ? "?" + string.Join('&', parts) : string.Empty);

    public static bool IsKind(string? kind) => kind is null || Kinds.Contains(kind);

    internal GapKind? GapKind => Kind switch
    {
        NotFound => Gaps.GapKind.NotFound,
        Unsure => Gaps.GapKind.Unsure,
        Disliked => Gaps.GapKind.Disliked,
        _ => null,
    };

    private IEnumerable<string> Parts()
    {
        if (Kind is not null)
            yield return "kind=" + Kind;
        if (!string.IsNullOrEmpty(Text))
            yield return "q=" + Uri.EscapeDataString(Text);
    }
}
