namespace Wenlu.BotHost.Desk.Numbers;

/// <summary>How far back the numbers go.</summary>
/// <param name="Per">Days that one place of the time axis stands for.</param>
public sealed record NumbersRange(int Days, int Per, Bilingual Name)
{
    public const int Week = 7;

    public static readonly IReadOnlyList<NumbersRange> All =
    [
        new(Week, 1, new("7 天", "7 days")), new(30, 1, new("30 天", "30 days")), new(90, 1, new("90 天", "90 days")), new(52 * Week, Week, new("12 个月", "12 months")),
    ];

    public static NumbersRange Usual => All[1];

    public bool IsByWeek => Per > 1;

    /// <summary>So many single days that their noise hides where they lead.</summary>
    public bool IsLong => !IsByWeek && Days > 60;

    /// <summary>Null for an address that somebody made up.</summary>
    public static NumbersRange? Find(string? days) => days is null ? Usual : All.FirstOrDefault(range => $"{range.Days}" == days);
}
