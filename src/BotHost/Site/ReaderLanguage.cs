namespace Wenlu.BotHost.Site;

internal static class ReaderLanguage
{
    /// <summary>The reader's first language, if it is one of ours; else Chinese, in which most knowledge bases are written.</summary>
    public static Language Of(HttpRequest request)
    {
        var preferred = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault();
        return preferred?.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Language.English : Language.Chinese;
    }
}
