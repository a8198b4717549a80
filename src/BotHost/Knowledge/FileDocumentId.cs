using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Knowledge;

/// <summary>The id of a document that comes as a file, by its path: the same whether it is pushed or uploaded.</summary>
internal static partial class FileDocumentId
{
    private const int HashLength = 8;
    private const string Markdown = ".md";

    /// <summary>
    /// The path's folders joined by colons, a Markdown file without its extension. What an id cannot hold becomes a dash, and then
    /// a part of the path's hash keeps ids apart that would fall together.
    /// </summary>
    public static string Of(string relativePath)
    {
        if (relativePath == GlossaryDocument.Id)
            return GlossaryDocument.Id;
        var slashed = relativePath.Replace('\\', '/');
        var path = slashed.EndsWith(Markdown, StringComparison.OrdinalIgnoreCase) ? slashed[..^Markdown.Length] : slashed;
        var id = Unsafe().Replace(path, "-").Replace('/', ':');
        if (path.All(IsPlain) && id.Length <= DocumentId.MaxLength && DocumentId.IsValid(id))
            return id;
        var suffix = "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..HashLength];
        return id[..Math.Min(id.Length, DocumentId.MaxLength - suffix.Length)] + suffix;
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~' or '/';

    [GeneratedRegex(@"[^A-Za-z0-9._~/-]+")]
    private static partial Regex Unsafe();
}
