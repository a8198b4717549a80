namespace Wenlu.BotHost.Cards;

internal static class CardTexts
{
    public static readonly Bilingual Searching = new("正在检索知识库…", "Searching the knowledge base…");

    public static readonly Bilingual References = new("参考资料（{0}）", "References ({0})");

    public static readonly Bilingual UpdatedOn = new("更新于 {0:yyyy-MM-dd}", "Updated {0:yyyy-MM-dd}");

    public static readonly Bilingual Related = new("其他人在问", "People also ask");

    public static readonly Bilingual Shortened = new(
        "（内容过长，已截断；完整内容请打开参考资料。）",
        "(Too long for a card and cut here; please open the references for the rest.)");

    public static readonly Bilingual Refused = new(
        "答案已经写好，但飞书没有接受它的内容。请打开下面的参考资料查看。",
        "The answer is ready, but the platform refused its content. Please open the references below.");

    public static readonly Bilingual Helpful = new("👍 有帮助", "👍 Helpful");

    public static readonly Bilingual NotHelpful = new("👎 没帮助", "👎 Not helpful");

    public static readonly Bilingual ThanksForVote = new("谢谢你的反馈，已记录。", "Thank you, your feedback is recorded.");

    public static readonly Bilingual AnswerForgotten = new("这条回答已过期，无法再评价。", "This answer has expired and cannot be rated any more.");

    public static readonly Bilingual UnknownAction = new("这个按钮已失效。", "This button no longer works.");
}
