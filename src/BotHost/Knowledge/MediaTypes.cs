using Microsoft.Net.Http.Headers;

namespace Wenlu.BotHost.Knowledge;

internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string Markdown = "text/markdown";
    public const string Csv = "text/csv";
    public const string Html = "text/html";
    public const string Pdf = "application/pdf";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Diff = "text/x-diff";
    public const string Ndjson = "application/x-ndjson";

    /// <summary>The media type without its parameters; null when it is missing or in another encoding than UTF-8.</summary>
    public static string? Of(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && (type.Charset.Length == 0 || IsUtf8(type.Charset.Value))
            ? type.MediaType.Value?.ToLowerInvariant()
            : null;

    /// <summary>Whether the reader asked for Markdown more than for JSON.</summary>
    public static bool PrefersMarkdown(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).Select(type => type.MediaType.Value);
        return accepted.FirstOrDefault(type => type is Markdown or Json or "*/*" or "application/*") == Markdown;
    }

    private static bool IsUtf8(string? charset) => charset?.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase) ?? true;
}
