using System.Text.RegularExpressions;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// Links as a chat can open them: a path of this site becomes an address when it is known where the site is reached, and plain
/// text otherwise.
/// </summary>
internal static partial class CardLinks
{
    public static Answer Resolve(Answer answer, Uri? site) => answer with
    {
        Markdown = Resolve(answer.Markdown, site),
        References = [.. answer.References.Select(reference => reference with { Url = Absolute(reference.Url, site) })],
        Related = [.. answer.Related.Select(related => related with { Url = Absolute(related.Url, site) })],
    };

    public static string Resolve(string markdown, Uri? site) => CodeOrPath().Replace(markdown, match =>
        !match.Groups["path"].Success ? match.Value
        : Absolute(match.Groups["path"].Value, site) is { } url ? $"[{match.Groups["label"].Value}]({url})"
        : match.Groups["label"].Value);

    public static string? Absolute(string? url, Uri? site) =>
        url is not ['/', ..] ? url : site is null ? null : site.AbsoluteUri.TrimEnd('/') + url;

    /// <summary>Code first, so that a link in it stays what it is.</summary>
    [GeneratedRegex(@"```[\s\S]*?(?:```|\z)|`[^`\n]*`|\[(?<label>[^\[\]\n]*)\]\((?<path>/(?!/)[^()\s]*)\)")]
    private static partial Regex CodeOrPath();
}
