namespace Wenlu.BotHost.Knowledge.Curated;

/// <summary>The refusals that only editors' answers get.</summary>
internal static class CuratedTexts
{
    public static readonly ApiProblem MediaType = new(415,
        new("不支持的内容类型", "Unsupported content type"),
        new("请发送 UTF-8 的 application/json。", "Send application/json, in UTF-8."));

    public static readonly ApiProblem TooLarge = new(413,
        new("正文太大", "The body is too large"),
        new("一条官方回答最多 64 KB。", "An official answer has at most 64 KB."));
}
