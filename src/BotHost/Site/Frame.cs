using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Site;

/// <summary>What surrounds every page: the reader's language, where they are, and how this site is reached.</summary>
/// <param name="Path">With its query, as it was asked for: the way back after the language was switched.</param>
/// <param name="Root">Scheme and host, and the folder if there is one, without a slash at the end.</param>
public sealed record Frame(Language Language, string Path, string Root)
{
    public Uri? KnowledgeBaseUrl { get; init; }

    public string? KnowledgeBaseName { get; init; }

    /// <summary>Whether visitors come by HTTPS, also where a proxy in front of this service speaks it for us.</summary>
    public bool IsSecure { get; } = Root.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    public string Absolute(string path) => Root + path;

    internal static Frame Of(HttpRequest request)
    {
        var options = request.HttpContext.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value;
        var here = options.BaseUrl?.GetLeftPart(UriPartial.Path) ?? UriHelper.BuildAbsolute(request.Scheme, request.Host);
        return new(ReaderLanguage.Of(request), UriHelper.BuildRelative(request.PathBase, request.Path, request.QueryString), here.TrimEnd('/'))
        {
            KnowledgeBaseUrl = options.KnowledgeBaseUrl,
            KnowledgeBaseName = options.KnowledgeBaseName,
        };
    }
}
