namespace Wenlu.BotHost.Wiki.Docx;

internal static class SkipTexts
{
    public static Bilingual Of(SkipReason reason) => reason switch
    {
        SkipReason.Embedded => new(
            "文档里嵌入的其他应用内容，没有同步。需要回答的信息请写成正文。",
            "Content of another application, embedded in the document, is not synced. Write what should be answered from as text."),
        SkipReason.Drawing => new(
            "画板、流程图或思维笔记里的文字读不到。请在旁边用文字写出要点。",
            "Whiteboards, diagrams and mind notes cannot be read. Say in the text beside them what they show."),
        SkipReason.Unreadable => new(
            "引用的同步块或电子表格读不到：可能已删除，或者应用没有阅读权限。请把源文档共享给应用。",
            "A synced block or sheet cannot be read: it is gone, or the app may not read it. Share the source document with the app."),
        SkipReason.TooDeep => new(
            "同步块嵌套过深，或者引用了它自己。请直接写在文档里。",
            "A synced block is nested too deeply, or shows itself. Write its content into the document."),
        _ => new(
            "这个版本还不认识这种内容块，没有同步。",
            "This version does not know this kind of block, and does not sync it."),
    };
}
