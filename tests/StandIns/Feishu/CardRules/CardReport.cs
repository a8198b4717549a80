namespace Wenlu.StandIns.Feishu;

public enum CardProblemKind
{
    Malformed,
    NotSchema2,
    NotShared,
    UnknownProperty,
    MissingProperty,
    WrongValue,
    UnknownTag,
    Misplaced,
    BadElementId,
    DuplicateElementId,
    TooManyElements,
    TooManyTables,
    TooDeep,
    TooLarge,
    ImageAddress,
    BadLink,
    Html,
}

/// <summary>One thing the platform would refuse in a card, and where it stands.</summary>
public sealed record CardProblem(CardProblemKind Kind, string Path, string Message)
{
    /// <summary>A limit that a card runs into by its content, in contrast to a card that is written wrongly.</summary>
    public bool IsLimit => Kind is CardProblemKind.TooLarge or CardProblemKind.TooManyElements or CardProblemKind.TooManyTables;

    public override string ToString() => $"{Kind} at {Path}: {Message}";
}

/// <summary>What the validator saw. A mention is legal and reported, because a text of unknown origin must never contain one.</summary>
public sealed record CardReport(
    IReadOnlyList<CardProblem> Problems, IReadOnlyList<string> Mentions, int Elements, int Tables, int Depth, int Bytes)
{
    public bool IsValid => Problems.Count == 0;

    public override string ToString() => IsValid ? "valid" : string.Join('\n', Problems);
}
