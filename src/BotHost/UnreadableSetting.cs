using System.Text.RegularExpressions;

namespace Wenlu.BotHost;

/// <summary>
/// A value that is no number, no duration or no name out of a list. The configuration binder names the key, but types instead of
/// what would be right.
/// </summary>
internal static partial class UnreadableSetting
{
    public static string Explain(string message) =>
        Pattern.Match(message) is { Success: true, Groups: var found } && Find(found["type"].Value) is { } type
            ? Sentence(found["key"].Value, found["value"].Value, Allowed(type)).ToString()
            : message;

    private static Bilingual Sentence(string key, string value, Bilingual allowed) => new(
        $"{key} 的值“{value}”无法识别：应为{allowed.Chinese}。",
        $"{key} is '{value}', which cannot be read: it must be {allowed.English}.");

    private static Bilingual Allowed(Type type) => type switch
    {
        { IsEnum: true } => new($" {string.Join(" / ", Enum.GetNames(type))}", string.Join(" or ", Enum.GetNames(type))),
        _ when type == typeof(bool) => new(" true / false", "true or false"),
        _ when type == typeof(TimeSpan) => new("时长，例如 00:00:30", "a duration, such as 00:00:30"),
        _ when type == typeof(Uri) => new("完整的地址，例如 https://example.com", "an absolute address, such as https://example.com"),
        _ when type == typeof(double) => new("数字", "a number"),
        _ => new("整数", "a whole number"),
    };

    private static Type? Find(string name) => Type.GetType(name) ?? typeof(Uri).Assembly.GetType(name);

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.Singleline)]
    private static partial Regex Pattern { get; }
}
