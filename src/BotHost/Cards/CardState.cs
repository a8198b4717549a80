namespace Wenlu.BotHost.Cards;

/// <summary>What has happened to a finished card since: everything its buttons show beyond the answer itself.</summary>
internal sealed record CardState(string AnswerId)
{
    /// <summary>Named at the top when no message above the card says it, as when a button asked.</summary>
    public string? Question { get; init; }

    /// <summary>Which of <see cref="CardPlan"/> the platform took, so that a card built again is the card that was shown.</summary>
    public CardPlan Plan { get; init; }

    public int Up { get; init; }

    public int Down { get; init; }

    public WhyState Why { get; init; }

    public bool IsRegenerated { get; init; }

    public bool IsNewTopic { get; init; }

    /// <summary>What the answer rests on has changed since it was given.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>The questions of this card that were asked by their buttons.</summary>
    public IReadOnlySet<string> Asked { get; init; } = new HashSet<string>();

    /// <summary>With everything that may still come to stand on the card; what is planned for it has room for good.</summary>
    public CardState Fullest => this with
    {
        Up = 99_999,
        Down = 99_999,
        Why = WhyState.Open,
        IsOutdated = true,
        IsRegenerated = false,
        IsNewTopic = false,
        Asked = new HashSet<string>(),
    };

    /// <summary>The card of this answer as it was first shown.</summary>
    public static CardState Of(GivenAnswer given) => new(given.Id)
    {
        Question = given.Asked is { IsClick: true } ? given.Question : null,
        Plan = given.Plan,
    };
}

/// <summary>The form that asks why an answer did not help.</summary>
internal enum WhyState
{
    Closed,
    Open,
    Answered,
}

/// <summary>How a card is shown, from the richest on; each next one has less that a platform could refuse.</summary>
internal enum CardPlan
{
    Rich,

    /// <summary>No tables, no excerpts, no questions to ask.</summary>
    Plain,

    /// <summary>The beginning of the text, letter by letter.</summary>
    Bare,

    /// <summary>The references, and that the answer itself was refused.</summary>
    Notice,

    /// <summary>One sentence of ours.</summary>
    Sentence,
}
