namespace Wenlu.BotHost.Cards;

internal static class CardTexts
{
    public static readonly Bilingual Searching = new("正在检索知识库…", "Searching the knowledge base…");

    /// <summary>The line in the list of chats where the answer has no words that could stand there.</summary>
    public static readonly Bilingual Answer = new("答案", "The answer");

    public static readonly Bilingual References = new("参考资料（{0}）", "References ({0})");

    public static readonly Bilingual UpdatedOn = new("更新于 {0:yyyy-MM-dd}", "Updated {0:yyyy-MM-dd}");

    public static readonly Bilingual Related = new("其他人在问（{0}）", "People also ask ({0})");

    public static readonly Bilingual Suggestions = new("接着问", "Ask next");

    public static readonly Bilingual Shortened = new(
        "（内容过长，已截断；完整内容请打开参考资料。）",
        "(Too long for a card and cut here; please open the references for the rest.)");

    public static readonly Bilingual Continues = new("未完，接下一条（{0}/{1}）", "Continued in the next message ({0}/{1})");

    public static readonly Bilingual Continued = new("接上一条（{0}/{1}）", "Continued ({0}/{1})");

    public static readonly Bilingual RefusedButReferences = new(
        "答案已经写好，但平台没有接受它的内容。请打开下面的参考资料查看。",
        "The answer is ready, but the platform refused its content. Please open the references below.");

    public static readonly Bilingual Refused = new(
        "答案已经写好，但平台没有接受它的内容。请换一种问法再试。",
        "The answer is ready, but the platform refused its content. Please ask in other words.");

    public static readonly Bilingual Stop = new("停止", "Stop");

    public static readonly Bilingual Regenerate = new("换个说法", "Rephrase");

    public static readonly Bilingual NewTopic = new("新话题", "New topic");

    public static readonly Bilingual WhyNot = new("哪里没帮到你？", "What is wrong with it?");

    public static readonly Bilingual ReasonWrong = new("内容有误", "It is wrong");

    public static readonly Bilingual ReasonOutdated = new("内容过时", "It is outdated");

    public static readonly Bilingual ReasonUnclear = new("没说清楚", "It is unclear");

    public static readonly Bilingual Comment = new("想补充的话（可不填）", "Anything to add (optional)");

    public static readonly Bilingual Submit = new("提交", "Send");

    public static readonly Bilingual ReasonNoted = new("已收到你的说明，谢谢。", "Your reasons are noted, thank you.");
}
