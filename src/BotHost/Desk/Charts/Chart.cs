namespace Wenlu.BotHost.Desk.Charts;

public enum Mark
{
    /// <summary>Upon the bars of the series before it.</summary>
    Bar,
    Line,
    Area,
}

/// <summary>One thing that is shown, by slot.</summary>
/// <param name="Ink">Its colour's name in the style sheet.</param>
/// <param name="Values">Null where nothing is known: a gap.</param>
public sealed record Series(string Name, string Ink, Mark Mark, IReadOnlyList<double?> Values)
{
    public bool IsDashed { get; init; }
}

/// <summary>A place on the time axis.</summary>
/// <param name="Label">As short as stands below the axis.</param>
/// <param name="Name">As whoever reads its numbers calls it.</param>
public sealed record Slot(string Label, string Name);

/// <summary>Series over time, with a sentence that says what they say.</summary>
public sealed record Chart(
    string Id, string Title, string Summary, IReadOnlyList<Slot> Slots, IReadOnlyList<Series> Series, RoundScale Scale, Func<double, string> Format)
{
    /// <summary>What is said in place of axes without anything between them; null when there is something.</summary>
    public string? Empty { get; init; }

    /// <summary>Over the whole width of the page.</summary>
    public bool IsWide { get; init; }

    public string TextOf(Series series, int slot) => series.Values[slot] is { } value ? Format(value) : "–";
}
