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

    public static readonly Bilingual AskAgain = new("现在再问一次", "Ask this again now");

    public static readonly Bilingual UpdatedOn = new("更新于", "Updated");

    public static readonly Bilingual AnsweredOn = new("回答于", "Answered");

    public static readonly Bilingual Outdated = new(
        "这个回答所依据的资料此后有变动，内容可能已经不对。", "What this answer rests on has changed since, and it may no longer be right.");

    public static readonly Bilingual TooLong = new("问题太长了，请缩短到 500 字以内。", "The question is too long; please keep it under 500 characters.");

    public static readonly Bilingual NotFoundTitle = new("这里没有页面", "Nothing here");

    public static readonly Bilingual NotFound = new("这个地址没有内容，或者它不对所有人公开。", "There is no page at this address, or not everyone may read it.");

    public static readonly Bilingual Away = new(
        "知识库暂时无法读取，什么都没有丢失。请过一会儿再打开这个页面。",
        "The knowledge base cannot be read just now; nothing is lost. Please open this page again in a moment.");

    public static readonly Bilingual Home = new("去提问", "Ask a question");

    public static readonly Bilingual ConversationId = new(
        "应为 1 到 64 个字符：英文字母、数字、- 和 _。", "Must be 1 to 64 characters out of letters A–Z, digits, - and _.");

    public static readonly Bilingual BaseUrlWrong = new(
        "Site:BaseUrl 必须是完整的 http 或 https 地址，不带查询参数，例如 https://ask.example.com；也可以不设置。",
        "Site:BaseUrl must be an absolute http or https address without a query, such as https://ask.example.com; it can also be left out.");

    public static readonly Bilingual KnowledgeBaseUrlWrong = new(
        "Site:KnowledgeBaseUrl 必须是完整的 http 或 https 地址；也可以不设置。",
        "Site:KnowledgeBaseUrl must be an absolute http or https address; it can also be left out.");

    public static readonly Bilingual AsksPerMinuteWrong = new(
        "Site:AsksPerMinute 不能小于 0；0 表示不限制，也可以不设置。", "Site:AsksPerMinute must not be below 0, which means no limit; it can also be left out.");

    public static readonly Bilingual KnowledgeBase = new("直达{0} →", "Open {0} →");

    public static readonly Bilingual KnowledgeBaseFallback = new("知识库", "the knowledge base");

    public static readonly Bilingual SkipToContent = new("跳到正文", "Skip to content");

    public static readonly Bilingual Navigation = new("主导航", "Main");

    public static readonly Bilingual Breadcrumb = new("当前位置", "Breadcrumb");

    public static readonly Bilingual HomeName = new("首页", "Home");

    public static readonly Bilingual Questions = new("问答列表", "All questions");

    public static readonly Bilingual QuestionsNav = new("问答", "Questions");

    public static readonly Bilingual Detail = new("问答详情", "Question");

    public static readonly Bilingual Document = new("文档", "Document");

    public static readonly Bilingual SwitchLanguage = new("English", "中文");

    public static readonly Bilingual MostAsked = new("大家常问", "Asked most");

    public static readonly Bilingual ForExample = new("先看看这些", "For example");

    public static readonly Bilingual Newest = new("最新回答", "Newest");

    public static readonly Bilingual MostUseful = new("最有用", "Most useful");

    public static readonly Bilingual NewestFirst = new("最新", "Newest");

    public static readonly Bilingual Topics = new("按主题看", "By topic");

    public static readonly Bilingual AllTopics = new("全部", "All");

    public static readonly Bilingual SeeAll = new("查看全部 {0} 个问答", "See all {0} questions");

    public static readonly Bilingual About = new(
        "这里收录了 {0} 个有出处的回答。", "{0} answers so far, each with its sources.");

    public static readonly Bilingual ListDescription = new(
        "知识库里已有回答的全部问题，按时间或有用程度排列，可按主题浏览和搜索。",
        "Every question that the knowledge base has answered, newest or most useful first, by topic, with search.");

    public static readonly Bilingual TagTitle = new("“{0}”的问答", "Questions about {0}");

    public static readonly Bilingual SearchPlaceholder = new("搜索问题", "Search questions");

    public static readonly Bilingual Search = new("搜索", "Search");

    public static readonly Bilingual SearchTitle = new("“{0}”的搜索结果", "Results for “{0}”");

    public static readonly Bilingual Found = new("找到 {0} 个问题", "{0} questions found");

    public static readonly Bilingual NothingFound = new("没有找到这样的问题。", "No question like this yet.");

    public static readonly Bilingual NothingYet = new("还没有公开的问答。问一个吧。", "Nothing has been published yet. Ask something.");

    public static readonly Bilingual AskInstead = new("直接提问：{0}", "Ask it: {0}");

    public static readonly Bilingual Page = new("第 {0} / {1} 页", "Page {0} of {1}");

    public static readonly Bilingual PageShort = new("第 {0} 页", "Page {0}");

    public static readonly Bilingual Pages = new("翻页", "Pages");

    public static readonly Bilingual Previous = new("← 上一页", "← Previous");

    public static readonly Bilingual Next = new("下一页 →", "Next →");

    public static readonly Bilingual AnswerHeading = new("回答", "Answer");

    public static readonly Bilingual Asked = new("问过 {0} 次", "asked {0} times");

    public static readonly Bilingual HelpedPeople = new("{0} 人觉得有用", "{0} found it useful");

    public static readonly Bilingual SourcesChanged = new("来源更新于", "Sources changed");

    public static readonly Bilingual PassageMoved = new(
        "这一段在原文中已找不到，请打开文档查看。", "This passage is no longer in the document; please open it to see what it says now.");

    public static readonly Bilingual WasItUseful = new("这个回答有用吗？", "Was this answer useful?");

    public static readonly Bilingual Useful = new("有用", "Yes");

    public static readonly Bilingual NotUseful = new("没用", "No");

    public static readonly Bilingual Thanks = new("谢谢，已记下。", "Thank you, noted.");

    public static readonly Bilingual Share = new("复制链接", "Copy link");

    public static readonly Bilingual Copied = new("链接已复制", "Link copied");

    public static readonly Bilingual AskMore = new("还想知道什么？", "Anything else?");

    public static readonly Bilingual Contents = new("目录", "Contents");

    public static readonly Bilingual Nearest = new("也许你在找", "Perhaps you were looking for");

    public static readonly Bilingual Subscribe = new("订阅", "Feed");

    public static readonly Bilingual NotFromHere = new(
        "这个请求不是从本站发出的。请回到页面再试一次。", "This request did not come from this site. Please go back to the page and try again.");
}
