namespace Wenlu.BotHost.Desk.Feedback;

internal static class FeedbackDeskTexts
{
    public static readonly Bilingual Title = new("反馈", "Feedback");
    public static readonly Bilingual All = new("全部", "All");
    public static readonly Bilingual Down = new("有人不满意", "Disliked");
    public static readonly Bilingual Written = new("写了原因", "With words");
    public static readonly Bilingual Search = new("在问题和留言里查找", "Find in questions and words");
    public static readonly Bilingual Find = new("查找", "Find");

    public static readonly Bilingual None = new(
        "还没有反馈。卡片上的 👍/👎 和网站上的“有用/没用”会出现在这里。", "No feedback yet. 👍/👎 on cards and “useful” on the site come here.");

    public static readonly Bilingual NoneFound = new("没有符合的反馈。", "No feedback matches.");
    public static readonly Bilingual OnCards = new("卡片：赞 {0} · 不满意 {1}", "cards: liked {0} · disliked {1}");
    public static readonly Bilingual OnSite = new("网站：有用 {0} · 没用 {1}", "site: useful {0} · not useful {1}");
    public static readonly Bilingual Behind = new("依据：", "Rests on: ");
    public static readonly Bilingual Edit = new("编辑网站上的答案", "Edit what is on the site");
    public static readonly Bilingual Waiting = new("已在等待回答，去回答", "It waits already: answer it");
    public static readonly Bilingual Raise = new("列为待回答", "Put it up for an answer");
}
