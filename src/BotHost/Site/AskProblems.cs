using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Site;

/// <summary>The refusals that only questions get.</summary>
internal static class AskProblems
{
    public static readonly ApiProblem MediaType = new(415,
        new("不支持的内容类型", "Unsupported content type"),
        new("请发送 UTF-8 的 application/json。", "Send application/json, in UTF-8."));

    public static readonly ApiProblem TooLarge = new(413,
        new("正文太大", "The body is too large"),
        new("一个问题最多 4000 个字符。", "A question has at most 4,000 characters."));
}
