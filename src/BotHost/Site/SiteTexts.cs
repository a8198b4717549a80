namespace Wenlu.BotHost.Site;

internal static class SiteTexts
{
    public static readonly Bilingual Name = new("问路", "Wenlu");

    public static readonly Bilingual Tagline = new("向知识库提问，每一句都有出处", "Ask the knowledge base; every sentence shows where it stands");

    public static readonly Bilingual Placeholder = new("想知道什么？", "What would you like to know?");

    public static readonly Bilingual Ask = new("提问", "Ask");

    public static readonly Bilingual References = new("参考资料", "References");

    public static readonly Bilingual Related = new("其他人在问", "People also ask");

    public static readonly Bilingual TryThese = new("试试这些问题", "Try one of these");

    public static readonly Bilingual WrittenByModel = new("由 AI 生成，请核对来源", "Written by AI. Please check the sources.");

    public static readonly Bilingual UpdatedOn = new("更新于", "Updated");

    public static readonly Bilingual Offline = new("连接中断了，请再试一次。", "The connection broke. Please try again.");

    public static readonly Bilingual NotFoundTitle = new("这里没有页面", "Nothing here");

    public static readonly Bilingual NotFound = new("这个地址没有内容，或者它不对所有人公开。", "There is no page at this address, or not everyone may read it.");

    public static readonly Bilingual Home = new("回到首页", "Back to the start");

    public static readonly Bilingual QuestionLength = new(
        "question 不能为空，且不超过 4000 个字符。", "question must not be empty and have at most 4,000 characters.");
}
