namespace Wenlu.BotHost.Answers.Markup;

internal static class SafeUrl
{
    /// <summary>A page on the web or of this site; never a script, a file or another program.</summary>
    public static bool IsSafe(string url) =>
        (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal))
        || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https"));

    /// <summary>Without the characters that would end a link's target early.</summary>
    public static string ForMarkdown(string url) => url
        .Replace(" ", "%20", StringComparison.Ordinal)
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal);
}
