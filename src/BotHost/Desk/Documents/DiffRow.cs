namespace Wenlu.BotHost.Desk.Documents;

public enum DiffKind
{
    Same,
    Removed,
    Added,

    /// <summary>Lines that are the same, and too far from a change to be shown.</summary>
    Skipped,
}

/// <param name="IsChanged">It is what differs in the line.</param>
public readonly record struct DiffPart(string Text, bool IsChanged);

/// <summary>A line of one text, of the other, or of both, with its number in each.</summary>
public sealed record DiffRow(DiffKind Kind, int? Before, int? After, IReadOnlyList<DiffPart> Parts);
