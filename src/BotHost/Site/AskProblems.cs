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

    public static readonly ApiProblem TooMany = new(429,
        new("请求太频繁", "Too many requests"),
        new("同一个地址的提问次数有限；请在 Retry-After 所说的秒数之后再发，或使用编辑者密钥。",
            "Questions from one address are limited; send it again after the seconds that Retry-After names, or use an editor's key."));
}
