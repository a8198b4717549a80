using System.Globalization;

namespace Wenlu.BotHost.Site;

/// <summary>Languages as HTML names them, so that a screen reader does not spell Chinese in English.</summary>
internal static class HtmlLanguage
{
    public static string Of(Language language) => language == Language.Chinese ? "zh-CN" : "en";

    public static string Of(string text) => Of(Languages.Of(text));
}

/// <summary>Days as pages show them, the same for every reader.</summary>
internal static class PageTime
{
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
