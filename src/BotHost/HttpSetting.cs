namespace Wenlu.BotHost;

/// <summary>What every setting has to be that ends up in an HTTP request.</summary>
internal static class HttpSetting
{
    public static bool IsAddress(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    public static Bilingual NotAnAddress(string key) => new($"{key} 必须是完整的 http 或 https 地址。", $"{key} must be a complete http or https address.");

    public static bool FitsHeader(string secret) => secret.All(character => character is > ' ' and <= '~');

    public static Bilingual DoesNotFitHeader(string key) => new(
        $"{key} 含有空格、换行或非 ASCII 字符，无法放进 HTTP 头：请原样复制。",
        $"{key} contains a space, a line break or a character outside ASCII, which cannot travel in an HTTP header: copy it again.");
}
