namespace Wenlu.BotHost.Knowledge;

/// <summary>What is said about one field of a document.</summary>
internal static class FieldTexts
{
    public static readonly Bilingual Required = new("必填。", "Is required.");
    public static readonly Bilingual NotText = new("应为字符串。", "Must be a string.");
    public static readonly Bilingual NotUnicode = new("含有不成对的代理字符，不是有效的 Unicode 文本。", "Holds half of a surrogate pair, which is not valid Unicode text.");
    public static readonly Bilingual NotABoolean = new("应为 true 或 false。", "Must be true or false.");
    public static readonly Bilingual Blank = new("不能为空。", "Must not be blank.");
    public static readonly Bilingual ControlCharacters = new("不能含有换行或其他控制字符。", "Must not hold line breaks or other control characters.");
    public static readonly Bilingual NotAUrl = new("应为 http(s) 绝对地址，或以单个 / 开头的站内路径。", "Must be an absolute http or https address, or a path of this site that starts with a single slash.");
    public static readonly Bilingual NotADate = new("应为日期，如 2026-05-01 或 2026-05-01T08:00:00+08:00。", "Must be a date such as 2026-05-01 or 2026-05-01T08:00:00+08:00.");
    public static readonly Bilingual AudienceUnknown = new("应为 \"everyone\"、\"tenant\" 或 {\"chats\":[\"oc_…\"],\"users\":[\"ou_…\"]}。", "Must be \"everyone\", \"tenant\" or {\"chats\":[\"oc_…\"],\"users\":[\"ou_…\"]}.");
    public static readonly Bilingual NotAChat = new("应为群 ID（oc_ 开头）的数组。", "Must be an array of chat ids, which start with oc_.");
    public static readonly Bilingual NotAUser = new("应为 open_id（ou_ 开头）的数组。", "Must be an array of open ids, which start with ou_.");
    public static readonly Bilingual DocumentId = new("应为 1 到 128 个字符：英文字母、数字及 - . _ ~ :，且不能是 “.” 或 “..”。", "Must be 1 to 128 characters out of letters A–Z, digits and - . _ ~ :, and neither \".\" nor \"..\".");
    public static readonly Bilingual NotSources = new("应为文章 ID 的数组，可带 #锚点。", "Must be a list of article ids, each with an optional #anchor.");

    public static readonly Bilingual NotATag = new("应为读取时得到的 ETag，含双引号，如 \"3\"。", "Must be the ETag that was read, with its double quotes, such as \"3\".");
    public static readonly Bilingual NotAStar = new("只能是 \"*\"。", "Can only be \"*\".");
    public static readonly Bilingual Cursor = new("应为列表返回的 next 或 lastChange。", "Must be the next or the lastChange of a list.");

    public static Bilingual NotAType(string known) => new($"应为其中之一：{known}。", $"Must be one of {known}.");

    public static Bilingual TooLong(int limit) => new($"最长 {limit} 个字符。", $"Must be at most {limit} characters long.");

    public static Bilingual NotTags(int count, int length) =>
        new($"应为至多 {count} 个字符串的数组，每个 1 到 {length} 个字符。", $"Must be an array of at most {count} strings of 1 to {length} characters.");

    public static Bilingual AudienceSize(int limit) =>
        new($"chats 与 users 合计应有 1 到 {limit} 个。", $"Must name between 1 and {limit} chats and users together.");

    public static Bilingual Unknown(string known) => new($"未知字段；可用：{known}。", $"Is not a known field. Known are: {known}.");

    public static Bilingual Range(int from, int to) => new($"应为 {from} 到 {to} 的整数。", $"Must be a whole number from {from} to {to}.");

    public static Bilingual Length(int from, int to) => new($"应为 {from} 到 {to} 个字符。", $"Must be {from} to {to} characters long.");

    public static Bilingual NotParaphrases(int count, int length) =>
        new($"应为至多 {count} 个字符串的数组，每个一行、1 到 {length} 个字符。", $"Must be an array of at most {count} strings, each one line of 1 to {length} characters.");

    public static Bilingual TooLarge(int kilobytes) => new($"最多 {kilobytes} KB。", $"Must be at most {kilobytes} KB.");

    public static Bilingual NoSuchAnchor(string source) => new($"文章里没有 “{source}” 所指的标题。", $"Names '{source}', and the article has no such heading.");

    public static Bilingual NoSuchArticle(string id) => new($"没有文章 “{id}”。", $"Names the article '{id}', which does not exist.");

    public static Bilingual NoSuchSource(int number, int count) =>
        new($"引用了 [{number}]，但 sources 只有 {count} 项。", $"Cites [{number}], but sources has {count} entries.");
}
