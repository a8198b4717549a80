using System.Text;
using Wenlu.BotHost.Answers.Markup;

namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>Addresses in documents.</summary>
internal static class DocxLink
{
    private const string Encoded = " ()<>[]\\`|\"";

    /// <summary>The address that is meant, ready to stand in a link; null when it is not one of a page on the web.</summary>
    /// <param name="url">Percent-encoded as a whole. One that is not, which some old documents have, is taken as it is.</param>
    public static string? Decode(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
            return null;
        var decoded = (url.Contains("://", StringComparison.Ordinal) ? url : Uri.UnescapeDataString(url)).Trim();
        return !decoded.StartsWith('/') && SafeUrl.IsSafe(decoded) ? ForMarkdown(decoded) : null;
    }

    private static string ForMarkdown(string url)
    {
        var target = new StringBuilder(url.Length);
        foreach (var character in url)
        {
            if (Encoded.Contains(character) || char.IsControl(character))
                target.Append(Uri.HexEscape(character <= '\x7F' ? character : ' '));
            else
                target.Append(char.IsWhiteSpace(character) ? "%20" : character);
        }
        return target.ToString();
    }
}
