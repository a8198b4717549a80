namespace Wenlu.BotHost.Gaps;

/// <summary>What editors and askers read about questions that nobody could answer.</summary>
internal static class GapTexts
{
    public static readonly Bilingual NowAnswered = new("你之前问过这个问题，现在有人回答了：", "You asked this before, and somebody has answered it now:");
    public static readonly Bilingual Title = new("等待回答的问题", "Questions that wait for an answer");
    public static readonly Bilingual Nothing = new("没有等待回答的问题。", "No questions wait for an answer.");
    public static readonly Bilingual NotFound = new("没找到 {0}", "not found {0}");
    public static readonly Bilingual Unsure = new("没把握 {0}", "not sure {0}");
    public static readonly Bilingual Disliked = new("不满意 {0}", "disliked {0}");
    public static readonly Bilingual Asked = new("问过 {0} 次", "asked {0}×");
    public static readonly Bilingual AlsoAsked = new("也有人这样问：", "Also asked as: ");
    public static readonly Bilingual Reasons = new("不满意的原因：", "What was wrong: ");
    public static readonly Bilingual Nearest = new("最接近的文档：", "Nearest documents: ");
    public static readonly Bilingual Answer = new("写下答案（支持 Markdown），提交后就会回复提问的人", "Write the answer (Markdown); whoever asked is told");
    public static readonly Bilingual Submit = new("提交答案", "Answer");
    public static readonly Bilingual Dismiss = new("忽略", "Dismiss");
    public static readonly Bilingual AnsweredBy = new("✓ {0}已回答，现在可以搜到，提问的人会收到回复", "✓ Answered by {0}: it is found now, and whoever asked is told");
    public static readonly Bilingual DismissedBy = new("✓ {0}已忽略", "✓ Dismissed by {0}");
    public static readonly Bilingual MergedBy = new("✓ {0}已把它并入另一个问题", "✓ Merged into another question by {0}");
    public static readonly Bilingual Gone = new("提问的人撤回了这个问题", "This question was taken back");
    public static readonly Bilingual More = new("还有 {0} 个；用 wenlu gaps 或 GET /api/gaps 查看全部", "{0} more; wenlu gaps or GET /api/gaps shows them all");
    public static readonly Bilingual Outdated = new("来源已变动的官方回答（{0}），请核对：", "Official answers whose sources have changed ({0}), please check:");
    public static readonly Bilingual ThanksForAnswer = new("谢谢，答案已生效，提问的人会收到回复。", "Thank you. The answer is in force, and whoever asked is told.");
    public static readonly Bilingual DismissedNow = new("好的，已忽略。", "All right, dismissed.");
    public static readonly Bilingual NoAnswer = new("请先写下答案。", "Please write the answer first.");
    public static readonly Bilingual TooLate = new("这个问题已经处理过了。", "This question was dealt with already.");
    public static readonly Bilingual TooLong = new("答案太长了，请缩短后再提交。", "The answer is too long; please shorten it.");
    public static readonly Bilingual OnlyEditors = new("只有编辑群里的人可以这样做。", "Only people in the editors' chat can do this.");
    public static readonly Bilingual DigestTitle = new("过去一周的问答", "Last week's questions");
    public static readonly Bilingual DigestOf = new("过去一周的问答（{0} – {1}）", "Last week's questions ({0} – {1})");
    public static readonly Bilingual DigestAsked = new("提问", "Asked");
    public static readonly Bilingual DigestAnswered = new("已回答", "Answered");
    public static readonly Bilingual DigestUnanswered = new("没找到答案", "Not found");
    public static readonly Bilingual DigestDisliked = new("不满意", "Disliked");
    public static readonly Bilingual DigestGaps = new("等待回答的问题", "Questions that wait");
    public static readonly Bilingual DigestStale = new("久未更新的文档", "Documents long unchanged");
    public static readonly Bilingual DigestHint = new("在这个群里 @我 说 /gaps，就能看到等待回答的问题并直接作答。", "Mention me with /gaps here to see the questions that wait and to answer them.");
    public static readonly Bilingual DigestOutdated = new("来源已变动的官方回答", "Official answers whose sources changed");
}
