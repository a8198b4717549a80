namespace Wenlu.BotHost.Desk.Published;

internal static class PublishedDeskTexts
{
    public static readonly Bilingual Title = new("已公开", "Published");
    public static readonly Bilingual All = new("全部", "All");
    public static readonly Bilingual Changed = new("来源有变动", "Sources changed");
    public static readonly Bilingual Away = new("暂时不显示", "Not shown");
    public static readonly Bilingual Search = new("在问题、答案和标签里查找", "Find in questions, answers and tags");
    public static readonly Bilingual Find = new("查找", "Find");

    public static readonly Bilingual None = new(
        "网站上还没有问题。可以在“待处理问题”里公开好的回答。", "Nothing is on the site yet. Publish good answers under “Questions”.");

    public static readonly Bilingual NoneFound = new("没有符合的问题。", "No question matches.");
    public static readonly Bilingual NoneChanged = new("没有：所有答案都比它们的来源新。", "None: every answer is newer than what it rests on.");
    public static readonly Bilingual NoneAway = new("没有：公开的问题都能看到。", "None: every published question is shown.");
    public static readonly Bilingual Counts = new("问过 {0} 次 · 有用 {1} · 没用 {2}", "asked {0}× · useful {1} · not useful {2}");
    public static readonly Bilingual AnsweredOn = new("回答于 {0}", "answered {0}");
    public static readonly Bilingual ChangedOn = new("来源在 {0} 有变动，请核对。", "A source changed on {0}: please check.");
    public static readonly Bilingual SourceGone = new("文档“{0}”已删除，所以这一页不显示。", "The document “{0}” is gone, so the page is not shown.");
    public static readonly Bilingual SourceClosed = new("文档“{0}”不再对所有人公开，所以这一页不显示。", "The document “{0}” is no longer for everyone, so the page is not shown.");
    public static readonly Bilingual Open = new("打开页面", "Open the page");
    public static readonly Bilingual Edit = new("编辑", "Edit");
    public static readonly Bilingual EditHeading = new("修改", "Edit it");
    public static readonly Bilingual Save = new("保存到网站", "Save to the site");
    public static readonly Bilingual SaveHint = new("保存即表示核对过：回答日期变为今天。", "Saving says that you checked it: the answer gets today's date.");
    public static readonly Bilingual TakeDown = new("从网站撤下", "Take it from the site");
    public static readonly Bilingual TakeDownHint = new("页面立即消失，它的“有用”等计数也会清零。规则不会再自动公开它。", "The page is gone at once, and its counts with it. No rule publishes it again.");
    public static readonly Bilingual TakeDownNow = new("确认撤下", "Yes, take it down");

    public static readonly Bilingual EditedMeanwhile = new(
        "{0} 在你编辑时改过这一页（{1}），你的改动还没有保存。请在新窗口打开页面对照；再次保存会替换那次改动。",
        "{0} changed this page while you were editing ({1}); yours is not saved. Compare with the page in another window; saving again replaces that change.");

    public static readonly Bilingual Vanished = new("有人已把它从网站撤下。要放回网站，请复制内容后重新公开。", "Somebody took it from the site. Copy your text if you want to publish it again.");
    public static readonly Bilingual Gone = new("网站上没有这个问题：它从未公开，或已被撤下。", "There is no such question on the site: it was never published, or was taken down.");
    public static readonly Bilingual Undo = new("撤销，放回网站", "Undo: put it back");
    public static readonly Bilingual Saved = new("已保存，网站上的页面已更新。", "Saved; the page on the site is up to date.");
    public static readonly Bilingual TakenDown = new("已从网站撤下。", "It is off the site.");
    public static readonly Bilingual PutBack = new("已放回网站。", "It is back on the site.");
}
