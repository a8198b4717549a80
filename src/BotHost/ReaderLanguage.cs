namespace Wenlu.BotHost;

/// <summary>English, unless the reader prefers Chinese.</summary>
internal static class ReaderLanguage
{
    public static Language Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value ?? "")
        .FirstOrDefault(language => IsA(language, "zh") || IsA(language, "en")) is { } first && IsA(first, "zh")
            ? Language.Chinese
            : Language.English;

    private static bool IsA(string language, string primary) => language.StartsWith(primary, StringComparison.OrdinalIgnoreCase);
}
