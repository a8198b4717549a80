using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Desk.Writing;

namespace Wenlu.BotHost.Desk.Questions;

/// <summary>A question that nobody could answer, or not well enough.</summary>
/// <param name="Facts">How often it was asked, what came of it, and when.</param>
/// <param name="Outcome">What became of it, and by whom; null while it waits.</param>
public sealed record WaitingGap(string Id, string Question, string Facts, IReadOnlyList<string> Wordings, IReadOnlyList<string> Reasons, Bilingual? Outcome)
{
    /// <summary>It was only discarded.</summary>
    public bool CanReopen { get; init; }

    /// <summary>The question that it is part of now, by its id.</summary>
    public string? MergedInto { get; init; }
}

/// <summary>A good answer that is not on the site.</summary>
public sealed record WaitingAnswer(string Id, string Question, string Lead, int Asked, int Up, int Down, DateTimeOffset At);

/// <summary>A page of what waits: either questions or answers.</summary>
public sealed record WaitingModel(WaitingQuery Query, IReadOnlyList<WaitingGap> Gaps, IReadOnlyList<WaitingAnswer> Answers, int Pages)
{
    public int Open { get; init; }

    public int Good { get; init; }

    public Bilingual? Notice { get; init; }

    /// <summary>What the last deed can be taken back by: the place of its question below the section; null for nothing.</summary>
    public string? Undo { get; init; }
}

/// <param name="Value">What the form sends.</param>
/// <param name="Note">What kind of thing it is.</param>
public sealed record MergeTarget(string Value, string Title, Bilingual Note);

/// <summary>A question that waits, with everything that helps to answer it.</summary>
public sealed record GapModel(WaitingGap Gap, TypedAnswer Typed)
{
    public FormProblems Problems { get; init; } = FormProblems.None;

    public AnswerPreview? Preview { get; init; }

    public IReadOnlyList<NearLink> Nearest { get; init; } = [];

    /// <summary>What people got so far.</summary>
    public IReadOnlyList<Answer> Given { get; init; } = [];

    public IReadOnlyList<MergeTarget> Targets { get; init; } = [];

    /// <summary>What an editor looked for to merge it with.</summary>
    public string? Wanted { get; init; }

    public Bilingual? Notice { get; init; }
}

/// <summary>A good answer before it is published.</summary>
public sealed record CandidateModel(WaitingAnswer Answer, TypedAnswer Typed, AnswerPreview Preview)
{
    public FormProblems Problems { get; init; } = FormProblems.None;

    public bool IsByModel { get; init; }

    /// <summary>Who did not want it, and when; null while it waits.</summary>
    public Bilingual? Outcome { get; init; }

    public Bilingual? Notice { get; init; }
}
