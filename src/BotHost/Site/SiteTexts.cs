namespace Wenlu.BotHost.Site;

internal static class SiteTexts
{
    public static readonly Bilingual Name = new("问路", "Wenlu");

    public static readonly Bilingual Tagline = new("问知识库，看得见出处", "Ask. See where it stands.");

    public static readonly Bilingual Introduction = new(
        "回答只来自知识库里的文档，每一句都标着它的出处。",
        "Answers come from the documents of this knowledge base only, and every sentence names its source.");

    public static readonly Bilingual Placeholder = new("想知道什么？", "What would you like to know?");

    public static readonly Bilingual FollowUp = new("接着问…", "Ask a follow-up…");

    public static readonly Bilingual Ask = new("提问", "Ask");

    public static readonly Bilingual StartOver = new("新话题", "New topic");

    public static readonly Bilingual References = new("参考资料", "References");

    public static readonly Bilingual Related = new("其他人在问", "People also ask");

    public static readonly Bilingual TryThese = new("试试这些问题", "Try one of these");

    public static readonly Bilingual AskAgain = new("现在再问一次", "Ask this again now");

    public static readonly Bilingual UpdatedOn = new("更新于", "Updated");

    public static readonly Bilingual AnsweredOn = new("回答于", "Answered");

    public static readonly Bilingual Outdated = new(
        "这个回答所依据的资料此后有变动，内容可能已经不对。", "What this answer rests on has changed since, and it may no longer be right.");
    public static readonly Bilingual Stopped = new("已停止，先回答下一个问题。", "Stopped, to answer the next question first.");

    public static readonly Bilingual Done = new("回答完毕", "The answer is complete");

    public static readonly Bilingual Offline = new("连接中断了，请再试一次。", "The connection broke. Please try again.");

    public static readonly Bilingual Retry = new("重试", "Try again");

    public static readonly Bilingual TooLong = new("问题太长了，请缩短到 500 字以内。", "The question is too long; please keep it under 500 characters.");

    public static readonly Bilingual NotFoundTitle = new("这里没有页面", "Nothing here");

    public static readonly Bilingual NotFound = new("这个地址没有内容，或者它不对所有人公开。", "There is no page at this address, or not everyone may read it.");

    public static readonly Bilingual AwayTitle = new("请稍等片刻", "One moment, please");

    public static readonly Bilingual Away = new(
        "知识库暂时无法读取，什么都没有丢失。请过一会儿再打开这个页面。",
        "The knowledge base cannot be read just now; nothing is lost. Please open this page again in a moment.");

    public static readonly Bilingual Home = new("去提问", "Ask a question");

    public static readonly Bilingual ConversationId = new(
        "应为 1 到 64 个字符：英文字母、数字、- 和 _。", "Must be 1 to 64 characters out of letters A–Z, digits, - and _.");

    public static readonly Bilingual BaseUrlWrong = new(
        "Site:BaseUrl 必须是完整的 http 或 https 地址，不带查询参数，例如 https://ask.example.com；也可以不设置。",
        "Site:BaseUrl must be an absolute http or https address without a query, such as https://ask.example.com; it can also be left out.");
}
