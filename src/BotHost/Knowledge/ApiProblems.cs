namespace Wenlu.BotHost.Knowledge;

/// <summary>The refusals of the knowledge API, each with what to do about it.</summary>
internal static class ApiProblems
{
    public static readonly ApiProblem EditingClosed = new(403,
        new("编辑接口未开放", "The editing API is closed"),
        new("尚未配置编辑者。请设置 Knowledge:Editors:<名字>（环境变量 Knowledge__Editors__<名字>）为至少 16 个字符的密钥，然后重启。",
            "No editor is configured. Set Knowledge:Editors:<name> (in the environment Knowledge__Editors__<name>) to a key of at least 16 characters and start again."));

    public static readonly ApiProblem NotAnEditor = new(401,
        new("需要编辑者密钥", "An editor's key is needed"),
        new("请在请求头中发送 Authorization: Bearer <编辑者密钥>，其值须为 Knowledge:Editors 中的一个。",
            "Send the header Authorization: Bearer <editor key> with one of the keys under Knowledge:Editors."));

    public static readonly ApiProblem NotFound = new(404,
        new("没有这个文档", "There is no such document"),
        new("它不存在，或已被删除。", "It does not exist, or it was deleted."));

    public static readonly ApiProblem StoreUnreachable = new(503,
        new("存储暂不可用", "The store cannot be reached"),
        new("什么都没有丢失；请稍后再发一次同样的请求。", "Nothing is lost; send the same request again in a moment."));

    public static readonly ApiProblem IndexNotReady = new(503,
        new("索引尚未就绪", "The index is not ready yet"),
        new("本实例正在读取知识库，请稍候。", "This instance is still reading the knowledge base; wait a moment."));

    public static readonly ApiProblem MediaType = new(415,
        new("不支持的内容类型", "Unsupported content type"),
        new("请发送 UTF-8 的 application/json、text/markdown 或 text/html，或 PDF、Word（.docx）文件；术语表 glossary.csv 也可以是 text/csv。",
            "Send application/json, text/markdown or text/html, in UTF-8, or a PDF or Word (.docx) file; the glossary glossary.csv may be text/csv as well."));

    public static readonly ApiProblem BatchMediaType = new(415,
        new("不支持的内容类型", "Unsupported content type"),
        new("请发送 UTF-8 的 application/x-ndjson：每行一个 JSON 文档。", "Send application/x-ndjson in UTF-8: one JSON document per line."));

    public static readonly ApiProblem TooLarge = new(413,
        new("文档太大", "The document is too large"),
        new("一个文档的 Markdown 最多 5 MB；请拆成几个。", "The Markdown of a document is at most 5 MB; split it."));

    public static readonly ApiProblem FileTooLarge = new(413,
        new("文件太大", "The file is too large"),
        new("一个文件最大 20 MB；请拆成几个。", "A file is at most 20 MB; split it."));

    public static ApiProblem Unreadable(Bilingual why) => new(400, new("无法读取文件", "The file cannot be read"), why);

    public static ApiProblem Invalid(FieldErrors errors) => new(400,
        new("请求有误", "The request is not valid"),
        new($"请更正：{string.Join("、", errors.Fields)}。", $"Correct: {string.Join(", ", errors.Fields)}."))
    {
        Errors = errors,
    };

    public static ApiProblem Malformed(Bilingual detail, long? line) => new(400, new("无法读取正文", "The body cannot be read"), detail) { Line = line };

    public static readonly ApiProblem NoSuchRevision = new(404,
        new("没有这个修订", "There is no such revision"),
        new("它不存在，或者太旧，已不再保留。", "It does not exist, or is so old that it is no longer kept."));

    public static ApiProblem RevisionMismatch(Written written) => new(412,
        new("文档已有别的修订", "The document has another revision"),
        written.Revision == 0
            ? new("要求的修订不存在：没有这个文档。", "The revision asked for does not exist: there is no such document.")
            : new($"当前修订是 {written.Revision}{By(written.Before, Language.Chinese)}；请先读取它，合并后再发送。",
                $"The current revision is {written.Revision}{By(written.Before, Language.English)}; read it, merge, and send again."))
    {
        CurrentRevision = written.Revision,
        Current = written.Before,
    };

    private static string By(LastWrite? write, Language language) => write is { Editor.Length: > 0, At: { } at }
        ? new Bilingual($"（{write.Editor} 于 {at:yyyy-MM-dd HH:mm} UTC 写入）", $", written by {write.Editor} at {at:yyyy-MM-dd HH:mm} UTC").In(language)
        : "";

    public static ApiProblem NotYetSearchable(long revision) => new(503,
        new("已保存，尚不可搜索", "Saved, but not searchable yet"),
        new($"修订 {revision} 已保存，索引稍后跟上；可以再发一次确认。", $"Revision {revision} is saved and the index will follow; sending it again confirms it."));
}
