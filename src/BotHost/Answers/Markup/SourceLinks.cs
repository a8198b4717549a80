namespace Wenlu.BotHost.Answers.Markup;

/// <summary>The addresses an answer may link to: those of the passages shown, and nothing the model thinks of itself.</summary>
/// <param name="allowsMentioned">Whether the texts' own addresses may be linked to as well, as where an editor wrote both.</param>
internal sealed class SourceLinks(IEnumerable<string?> urls, IEnumerable<string> texts, bool allowsMentioned = false)
{
    private readonly HashSet<string> known = [.. urls.OfType<string>().Select(WithoutFragment)];
    private readonly List<string> texts = [.. texts];

    /// <summary>The address as it may stand in a Markdown link, or null when it is not a source's.</summary>
    public string? Allow(string target) =>
        SafeUrl.IsSafe(target) && (known.Contains(WithoutFragment(target)) || allowsMentioned && Mentions(target)) ? SafeUrl.ForMarkdown(target) : null;

    /// <summary>Whether a passage itself shows this address to its readers.</summary>
    public bool Mentions(string url) => texts.Any(text => text.Contains(url, StringComparison.Ordinal));

    private static string WithoutFragment(string url)
    {
        var address = url.Split('#', 2)[0];
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsoluteUri : address;
    }
}
