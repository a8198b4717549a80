namespace Wenlu.BotHost.Desk.Writing;

internal static class WritingTexts
{
    public static readonly Bilingual Question = new("问题", "Question");
    public static readonly Bilingual Answer = new("答案（Markdown）", "Answer (Markdown)");
    public static readonly Bilingual Sources = new("来源", "Sources");

    public static readonly Bilingual SourcesHint = new(
        "每行一个文档 ID，可以加 #标题；答案里用 [1]、[2] 按顺序引用。", "One document id on each line, with a #heading if you like; the answer cites them in this order as [1], [2].");

    public static readonly Bilingual Cite = new("引用“{0}”", "Cite “{0}”");
    public static readonly Bilingual Tags = new("标签", "Tags");
    public static readonly Bilingual TagsHint = new("用逗号分开，可以不填。", "Between commas; none is fine.");
    public static readonly Bilingual Readers = new("谁可以看到", "Who may read it");
    public static readonly Bilingual ForTenant = new("本企业的人", "People of this organisation");
    public static readonly Bilingual ForEveryone = new("所有人", "Everyone");
    public static readonly Bilingual OnSite = new("所有人，并作为一页公开在网站上", "Everyone, and as a page on the site");
    public static readonly Bilingual OnSiteHint = new("公开在网站上的答案至少需要一个所有人都能看的来源。", "What stands on the site rests on at least one document that everyone may read.");
    public static readonly Bilingual ReadersUnknown = new("请选择谁可以看到。", "Choose who may read it.");
    public static readonly Bilingual StillByModel = new("页面上继续注明由模型撰写", "Keep the note that a model wrote it");
    public static readonly Bilingual Preview = new("预览", "Preview");
    public static readonly Bilingual Correct = new("还没有保存。请更正下面标出的内容。", "Nothing is saved yet. Please correct what is marked below.");
    public static readonly Bilingual Missing = new("没有这个文档：{0}", "There is no such document: {0}");
    public static readonly Bilingual Closed = new("不对所有人公开，不能用在网站上：{0}", "Not for everyone, and so not for the site: {0}");
    public static readonly Bilingual NothingToShow = new("还没有内容。", "Nothing to show yet.");
}
