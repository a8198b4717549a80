namespace Wenlu.BotHost.Desk.Questions;

internal static class QuestionDeskTexts
{
    public static readonly Bilingual Title = new("待处理问题", "Questions");
    public static readonly Bilingual ToAnswer = new("等待回答", "To answer");
    public static readonly Bilingual ToPublish = new("可以公开", "To publish");
    public static readonly Bilingual DealtWith = new("处理过的", "Dealt with");
    public static readonly Bilingual Kinds = new("为什么在这里", "Why they are here");
    public static readonly Bilingual All = new("全部", "All");
    public static readonly Bilingual NotFound = new("没找到", "Not found");
    public static readonly Bilingual Unsure = new("没把握", "Not sure");
    public static readonly Bilingual Disliked = new("不满意", "Disliked");
    public static readonly Bilingual GoodOnes = new("有人赞或常被问", "Liked or often asked");
    public static readonly Bilingual AllGiven = new("全部有出处的回答", "All that name sources");
    public static readonly Bilingual Search = new("在问题里查找", "Find among the questions");
    public static readonly Bilingual Find = new("查找", "Find");

    public static readonly Bilingual NoneToAnswer = new(
        "没有等待回答的问题。没找到答案、没把握或被点 👎 的问题会出现在这里。", "Nothing waits for an answer. What was not found, was unsure or got a 👎 comes here.");

    public static readonly Bilingual NoneToPublish = new(
        "没有可以公开的回答。有出处、来源对所有人公开、被赞或常被问的回答会出现在这里，保留 30 天。",
        "Nothing to publish. Answers that rest on documents for everyone, and are liked or asked often, come here and stay for 30 days.");

    public static readonly Bilingual NoneClosed = new("最近 30 天没有处理过的问题。", "Nothing was dealt with in the last 30 days.");
    public static readonly Bilingual NoneFound = new("没有符合的问题。", "No question matches.");
    public static readonly Bilingual Select = new("选择：{0}", "Select: {0}");
    public static readonly Bilingual MergeSelected = new("把选中的合并成一个问题", "Merge the selected into one");
    public static readonly Bilingual MergeHint = new("并入其中问得最多的一个，次数、问法和提问的人合在一起。", "Into the one asked most: counts, wordings and askers are joined.");
    public static readonly Bilingual Discard = new("不再处理", "Discard");
    public static readonly Bilingual DiscardHint = new("之后 30 天内再有人问也不再列出。", "For 30 days it is not listed again, however often it is asked.");
    public static readonly Bilingual Undo = new("撤销", "Undo");
    public static readonly Bilingual Reopen = new("重新列为待处理", "Put it back");
    public static readonly Bilingual AnswerFacts = new("问过 {0} 次 · 赞 {1} · 不满意 {2}", "asked {0}× · liked {1} · disliked {2}");

    // One question
    public static readonly Bilingual AlsoAsked = new("也有人这样问", "Also asked as");
    public static readonly Bilingual Reasons = new("不满意的原因", "What was wrong");
    public static readonly Bilingual Nearest = new("最接近的文档", "Nearest documents");
    public static readonly Bilingual GivenAnswer = new("大家得到的回答", "What people were told");
    public static readonly Bilingual Answer = new("回答它", "Answer it");
    public static readonly Bilingual AnswerHint = new("提交后立即可以搜到，提问的人会收到回复。", "Found at once; whoever asked is told.");
    public static readonly Bilingual Submit = new("提交答案", "Answer");
    public static readonly Bilingual Merge = new("它和另一个问题是一回事", "It is the same as another");
    public static readonly Bilingual MergeInto = new("并入选中的", "Merge into the selected");
    public static readonly Bilingual MergeSearch = new("查找问题或已有的答案", "Find a question or an answer");
    public static readonly Bilingual NoTargets = new("没有相近的。换几个字查找看看。", "Nothing is close. Try other words.");
    public static readonly Bilingual OtherGap = new("等待回答的问题", "waits for an answer");
    public static readonly Bilingual OfficialAnswer = new("已有的官方回答", "official answer");
    public static readonly Bilingual PublishedPage = new("网站上的问题", "on the site");
    public static readonly Bilingual ChooseTarget = new("请选择并入哪一个。", "Choose what it is the same as.");
    public static readonly Bilingual AlreadyOnSite = new("网站上已经有这个问题了，请并入它。", "The site has this question already; merge into it.");
    public static readonly Bilingual AnsweredBy = new("{0} 已回答（{1}）。", "Answered by {0} ({1}).");
    public static readonly Bilingual DismissedBy = new("{0} 已设为不再处理（{1}）。", "Discarded by {0} ({1}).");
    public static readonly Bilingual MergedBy = new("{0} 已把它并入另一个问题（{1}）。", "Merged into another question by {0} ({1}).");
    public static readonly Bilingual ToMerged = new("打开那个问题", "Open that question");
    public static readonly Bilingual YourText = new("你写的内容没有保存，可以从这里复制：", "What you wrote is not saved; copy it from here:");
    public static readonly Bilingual Gone = new("没有这个问题：提问的人撤回了它，或者它已过期。", "There is no such question: it was taken back, or has expired.");

    // One answer
    public static readonly Bilingual Correct = new("更正并公开", "Correct and publish");
    public static readonly Bilingual Publish = new("公开到网站", "Publish on the site");

    public static readonly Bilingual PublishHint = new(
        "公开的是一份单独的文字，看不出谁在哪里问过。", "What is published is a text of its own; it does not say who asked, or where.");

    // Afterwards
    public static readonly Bilingual Answered = new("答案已生效，提问的人会收到回复。", "The answer is in force, and whoever asked is told.");
    public static readonly Bilingual AnsweredOnSite = new("答案已生效，提问的人会收到回复，网站上也有了这一页。", "The answer is in force, whoever asked is told, and the site has its page.");
    public static readonly Bilingual Published = new("已公开到网站。", "It is on the site.");
    public static readonly Bilingual Discarded = new("好的，不再处理。", "All right, discarded.");
    public static readonly Bilingual Reopened = new("已重新列为待处理。", "It waits again.");
    public static readonly Bilingual Merged = new("已合并。", "Merged.");
    public static readonly Bilingual MergedPartly = new("已合并，其中有些别人已经处理过，没有动。", "Merged; some had been dealt with by somebody else and stay as they are.");
    public static readonly Bilingual MergedWithAnswer = new("已并入那个答案，提问的人会收到回复。", "Merged into that answer; whoever asked is told.");
    public static readonly Bilingual MergeTwo = new("请至少选中两个问题。", "Select at least two questions.");
    public static readonly Bilingual TooLate = new("有人先处理了，这次没有改动任何内容。", "Somebody was faster; nothing was changed.");
    public static readonly Bilingual Raised = new("已列为待回答。", "It waits for an answer now.");
}
