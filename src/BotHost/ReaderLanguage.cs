namespace Wenlu.BotHost;

/// <summary>What the reader chose; otherwise English, unless they prefer Chinese.</summary>
internal static class ReaderLanguage
{
    public const string Cookie = "language";
    public const string Chinese = "zh";
    public const string English = "en";

    public static Language Of(HttpRequest request) => request.Cookies[Cookie] switch
    {
        Chinese => Language.Chinese,
        English => Language.English,
        _ => Preferred(request),
    };

    private static Language Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value ?? "")
        .FirstOrDefault(language => IsA(language, "zh") || IsA(language, "en")) is { } first && IsA(first, "zh")
            ? Language.Chinese
            : Language.English;

    private static bool IsA(string language, string primary) => language.StartsWith(primary, StringComparison.OrdinalIgnoreCase);
}
