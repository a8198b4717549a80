using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Where a document comes from, which decides where it is edited.</summary>
public enum DocumentOrigin
{
    /// <summary>By an editor: here, or one by one over HTTP.</summary>
    Written,

    /// <summary>From a folder, whose next push would undo what is changed here.</summary>
    Pushed,

    /// <summary>From Feishu, whose next sync would.</summary>
    Mirrored,

    /// <summary>It came with the service.</summary>
    Seed,
}

internal static class DocumentOrigins
{
    public static DocumentOrigin Of(StoredDocument stored) => stored switch
    {
        { Editor: KnowledgeStore.MirrorEditor } => DocumentOrigin.Mirrored,
        { Document.Origin: not null } => DocumentOrigin.Pushed,
        { Editor: "" } => DocumentOrigin.Seed,
        _ => DocumentOrigin.Written,
    };

    /// <summary>Why it cannot be changed here; null when it can.</summary>
    public static Bilingual? WhyLocked(StoredDocument stored) => Of(stored) switch
    {
        DocumentOrigin.Mirrored => DocumentDeskTexts.Mirrored,
        DocumentOrigin.Pushed => DocumentDeskTexts.Pushed.With(stored.Document.Origin!),
        _ => null,
    };

    /// <summary>What is pushed may be removed here: the folder may be long gone. The sync would never notice.</summary>
    public static bool IsDeletable(StoredDocument stored) => Of(stored) != DocumentOrigin.Mirrored;

    /// <summary>Who wrote a revision; what no editor did was the service's own doing.</summary>
    public static string NameOfEditor(string editor, Language language) => editor switch
    {
        "" => DocumentDeskTexts.NoEditor.In(language),
        KnowledgeStore.MirrorEditor => DocumentDeskTexts.Feishu.In(language),
        _ => editor,
    };

    public static Bilingual Name(DocumentOrigin origin) => origin switch
    {
        DocumentOrigin.Mirrored => new("飞书同步", "from Feishu"),
        DocumentOrigin.Pushed => new("文件夹推送", "pushed"),
        DocumentOrigin.Seed => new("自带示例", "seed"),
        _ => new("编辑撰写", "written"),
    };
}
