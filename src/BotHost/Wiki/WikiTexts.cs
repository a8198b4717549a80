namespace Wenlu.BotHost.Wiki;

/// <summary>What is said about settings and sources.</summary>
internal static class WikiTexts
{
    public static Bilingual NotASpace(string entry) => new(
        $"Feishu:Wiki:Spaces 的每一项应为知识空间 ID（一串数字）、空间设置页地址（…/wiki/settings/…）或其中任一页面的地址，而不是 “{entry}”。",
        $"Every item of Feishu:Wiki:Spaces must be the id of a wiki space (digits), the address of its settings (…/wiki/settings/…) or of any page in it, not '{entry}'.");

    public static Bilingual NotADocument(string entry) => new(
        $"Feishu:Wiki:Documents 的每一项应为文档地址（…/wiki/… 或 …/docx/…）或其 token，而不是 “{entry}”。",
        $"Every item of Feishu:Wiki:Documents must be the address of a document (…/wiki/… or …/docx/…) or its token, not '{entry}'.");

    public static readonly Bilingual NotASource = new(
        "应为知识库页面（…/wiki/…）、新版文档（…/docx/…）或知识空间设置页（…/wiki/settings/…）的地址；旧版文档、表格等不能同步。",
        "Must be the address of a wiki page (…/wiki/…), of a document (…/docx/…) or of a space's settings (…/wiki/settings/…); older documents, sheets and the like cannot be synced.");

    public static readonly Bilingual NotAdded = new(
        "它不在已添加的来源之中；写在设置里的请从设置中删除。", "It is not among the sources that were added; one that stands in the settings is removed there.");

    public static Bilingual TooShort(string key) => new($"{key} 至少为 1 秒，如 00:05:00。", $"{key} must be at least a second, such as 00:05:00.");

    public static Bilingual Negative(string key) => new($"{key} 不能为负。", $"{key} cannot be negative.");

    public static Bilingual NotAnAudience(string key, string? audience) => new(
        $"{key} 应为 none（不给任何人看）或 tenant（企业内可读），而不是 “{audience}”。",
        $"{key} must be 'none' (shown to nobody) or 'tenant' (read by all colleagues), not '{audience}'.");

    public static readonly Bilingual SkippedBlocks = new(
        "这些文档中有些内容不是文字（画板、嵌入的应用等）或无法读取，其余部分已同步。",
        "Some of what these documents show is no text (drawings, embedded applications) or could not be read; the rest is synced.");

    /// <summary>Why a document of this type is not read; null for one that is.</summary>
    public static Bilingual? Skipped(string type) => type switch
    {
        SyncedDocument.Docx => null,
        "doc" => new("旧版文档，平台不提供按块读取：请在飞书中升级为新版文档。", "An older document that the platform does not give out block by block: upgrade it in Feishu."),
        "sheet" => new("电子表格：可嵌入到新版文档中，随文档一起读取。", "A spreadsheet: embedded in a document it is read with it."),
        "bitable" => new("多维表格不是文章，不读取。", "A base is no article and is not read."),
        "mindnote" => new("思维笔记不能读取：请转为新版文档。", "A mind note cannot be read: turn it into a document."),
        "slides" => new("幻灯片不能读取。", "Slides cannot be read."),
        "file" => new("上传的文件不同步：请用 wenlu push 推送。", "An uploaded file is not synced: send it with wenlu push."),
        _ => new($"类型 “{type}” 不能读取。", $"The type '{type}' cannot be read."),
    };
}
