using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Numbers;

namespace Wenlu.BotHost.Tests.Gaps;

/// <summary>Gaps as editors see them, in both languages, for approved files and for pictures.</summary>
internal static class GapExamples
{
    private static readonly DateTimeOffset Day = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public static Digest Digest { get; } = new(new DateOnly(2026, 4, 27), new DateOnly(2026, 5, 3), new PeriodNumbers(109, 17, 2) { Unhelpful = 6 }, Gaps: 9, Stale: 4, Outdated: 1);

    public static GapCardContent Content(Language language) => new("g-1", language, language == Language.Chinese ? Chinese : English, 7,
        [language == Language.Chinese ? "年假有几天？" : "How long is the annual leave?"]);

    public static Gap Gap(string id, string question, string reason = "") => GapChanges.Begin(id, Ask("m1", question, reason));

    public static GapAsk Ask(string key, string wording, string reason = "") => new(key, wording, Day.AddDays(key.Length - 2))
    {
        Kinds = reason.Length > 0 ? [GapKind.NotFound, GapKind.Disliked] : [GapKind.NotFound],
        Dislikes = reason.Length > 0 ? new Dictionary<string, string> { ["ou_1"] = reason } : new Dictionary<string, string>(),
    };

    private static IReadOnlyList<ShownGap> Chinese =>
    [
        new("a1", Gap("a1", "没休完的年假可以折成钱吗？").With(Ask("m22", "年假能折现吗", "内容过时: 去年改过了")), [new("leave", "员工手册 <2026>", "https://wiki.example.com/leave#年假"), new("pay", "薪酬制度", null)]),
        new("a2", Gap("a2", "食堂的烤鱼周几供应？"), []),
        new("a3", Gap("a3", "停车位怎么申请？").Answered(new GapDraft("停车位怎么申请？", "找行政。", "\"tenant\"", "王小明"), Day), []),
        new("a4", Gap("a4", "明天会下雨吗？").Dismissed("ou_7d8a6e6df7621556ce0d21922b676706ccs", Day), []),
        new("a5", null, []),
    ];

    private static IReadOnlyList<ShownGap> English =>
    [
        new("a1", Gap("a1", "Can unused leave be paid out?").With(Ask("m22", "Is leave paid out?", "It is outdated: changed last year")), [new("leave", "Employee handbook <2026>", "https://wiki.example.com/leave#annual"), new("pay", "Pay", null)]),
        new("a2", Gap("a2", "On which day does the canteen serve fish?"), []),
        new("a3", Gap("a3", "How do I get a parking space?").Answered(new GapDraft("How do I get a parking space?", "Ask the office.", "\"tenant\"", "Alice"), Day), []),
        new("a4", Gap("a4", "Will it rain tomorrow?").Dismissed("ou_7d8a6e6df7621556ce0d21922b676706ccs", Day), []),
        new("a5", null, []),
    ];
}
