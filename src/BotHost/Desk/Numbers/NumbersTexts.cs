using Wenlu.BotHost.Numbers;

namespace Wenlu.BotHost.Desk.Numbers;

internal static class NumbersTexts
{
    public static readonly Bilingual Title = new("数据", "Numbers");
    public static readonly Bilingual Range = new("时间范围", "Period");
    public static readonly Bilingual Days = new("每一天按 UTC{0} 计算（Gaps:UtcOffset），今天还没有结束。", "Days are those of UTC{0} (Gaps:UtcOffset); today is not over yet.");
    public static readonly Bilingual Weeks = new("每七天为一点，按 UTC{0} 计算（Gaps:UtcOffset）。", "Each point is seven days, those of UTC{0} (Gaps:UtcOffset).");

    public static readonly Bilingual NothingYet = new("这段时间还没有人提问", "Nobody has asked anything in this time");
    public static readonly Bilingual NothingYetHint = new(
        "有人在飞书、网站或接口上提问之后，这里会显示提问、回答、等待时间和反馈。", "Once somebody asks, in Feishu, on the site or over the API, this page shows questions, answers, waiting times and votes.");
    public static readonly Bilingual TryIt = new("去提一个问题", "Ask a question");

    // Tiles
    public static readonly Bilingual Asked = new("提问", "Asked");
    public static readonly Bilingual AnsweredShare = new("有回答", "Answered");
    public static readonly Bilingual HelpfulShare = new("觉得有用", "Found helpful");
    public static readonly Bilingual TypicalWait = new("一般等多久", "Typical wait");
    public static readonly Bilingual Change = new("较前 {1} 天 {0}", "{0} on the {1} days before");
    public static readonly Bilingual Points = new("较前 {1} 天 {0} 个百分点", "{0} points on the {1} days before");
    public static readonly Bilingual OfQuestions = new("共 {0} 个问题", "of {0} asked");
    public static readonly Bilingual OfVotes = new("共 {0} 次反馈", "of {0} who voted");
    public static readonly Bilingual FirstWordsAfter = new("{0}后出现第一句", "first words after {0}");

    // Charts
    public static readonly Bilingual Questions = new("提问与回答", "Questions and answers");
    public static readonly Bilingual QuestionsSummary = new("{0} 个问题：{1} 个有回答（{2}），{3} 个没找到答案。", "{0} asked: {1} answered ({2}), {3} not found.");
    public static readonly Bilingual Answered = new("有回答", "Answered");
    public static readonly Bilingual Unanswered = new("没找到答案", "Not found");
    public static readonly Bilingual Unavailable = new("暂时无法回答", "Unavailable");
    public static readonly Bilingual HelpfulSummary = new("{0} 次反馈，{1} 觉得有用：卡片上的赞和踩，网站上的有用和没用。", "{0} voted, {1} of them found it helpful: thumbs on cards, yes or no on the site.");
    public static readonly Bilingual NoVotes = new("还没有人反馈。每个回答下面都可以说有用或没用。", "No votes yet. Below every answer people can say whether it helped.");
    public static readonly Bilingual Doors = new("从哪里提问", "Where questions come from");
    public static readonly Bilingual DoorsSummary = new("{0}。", "{0}.");
    public static readonly Bilingual FirstWords = new("到第一句出现", "Time to the first words");
    public static readonly Bilingual Finished = new("到回答完成", "Time to the finished answer");
    public static readonly Bilingual WaitSummary = new("一半的人在 {0}内等到，95% 的人在 {1}内等到。", "Half of those who ask wait less than {0}, 95% less than {1}.");
    public static readonly Bilingual Half = new("中位数（p50）", "Median (p50)");
    public static readonly Bilingual NinetyFive = new("95% 以内（p95）", "95% within (p95)");
    public static readonly Bilingual OverWeek = new("{0}，7 天合计", "{0}, over 7 days");
    public static readonly Bilingual NothingAsked = new("还没有回答。", "No answers yet.");
    public static readonly Bilingual Knowledge = new("知识库", "Knowledge base");
    public static readonly Bilingual KnowledgeSummary = new("现在有 {0} 篇文档，{1} 个段落。", "Documents now: {0}, in {1} passages.");
    public static readonly Bilingual Documents = new("文档", "Documents");
    public static readonly Bilingual NothingKnown = new("还没有统计。", "Not counted yet.");

    // Calls
    public static readonly Bilingual Calls = new("本月飞书接口调用", "Calls to Feishu this month");
    public static readonly Bilingual Used = new("已用", "Used");
    public static readonly Bilingual Projected = new("照此速度", "At this pace");
    public static readonly Bilingual Quota = new("配额", "Quota");
    public static readonly Bilingual NoQuota = new(
        "已用 {0} 次，照此速度到月底约 {1} 次。没有设置配额（Feishu:MonthlyCalls）。", "{0} calls, about {1} by the end of the month at this pace. No quota is set (Feishu:MonthlyCalls).");
    public static readonly Bilingual QuotaEmpty = new("本月的 {0} 次已经用完，新的问题要等到下个月。", "All {0} calls of the month are used; new questions wait for the next one.");
    public static readonly Bilingual QuotaEndsOn = new("已用 {0} / {1}，照此速度约在 {2}用完。", "{0} of {1}; at this pace they are used up around {2}.");
    public static readonly Bilingual QuotaLasts = new("已用 {0} / {1}（{2}），照此速度到月底约 {3} 次。", "{0} of {1} ({2}); about {3} by the end of the month at this pace.");

    private static readonly Bilingual[] Weekdays =
        [new("周日", "Sun"), new("周一", "Mon"), new("周二", "Tue"), new("周三", "Wed"), new("周四", "Thu"), new("周五", "Fri"), new("周六", "Sat")];

    public static Bilingual Weekday(DayOfWeek day) => Weekdays[(int)day];

    public static Bilingual Of(Door door) => door switch
    {
        Door.Feishu => new("飞书", "Feishu"),
        Door.Site => new("网站", "The site"),
        _ => new("接口", "The API"),
    };
}
