using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Cli;

/// <summary>A file of the folder, read as the document it will be.</summary>
internal static partial class PushedFile
{
    private const int HashLength = 8;

    /// <summary>The Markdown files of a folder and of those within it, and its glossary.</summary>
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(folder, GlossaryDocument.Id))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The id of a path: its folders joined by colons, without the extension. What an id cannot hold becomes a dash, and then a
    /// part of the path's hash keeps ids apart that would fall together.
    /// </summary>
    public static string IdOf(string relativePath)
    {
        if (relativePath == GlossaryDocument.Id)
            return GlossaryDocument.Id;
        var path = Path.ChangeExtension(relativePath.Replace('\\', '/'), null);
        var id = Unsafe().Replace(path, "-").Replace('/', ':');
        if (path.All(IsPlain) && id.Length <= DocumentId.MaxLength && DocumentId.IsValid(id))
            return id;
        var suffix = "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..HashLength];
        return id[..Math.Min(id.Length, DocumentId.MaxLength - suffix.Length)] + suffix;
    }

    public static Submission Read(string path, string id, Audience unset)
    {
        try
        {
            var file = File.ReadAllBytes(path);
            return id == GlossaryDocument.Id ? GlossaryDocument.ReadCsv(file, unset) : SubmissionReader.ReadMarkdown(file, id, unset);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Submission.Refused(ApiProblems.Malformed(CliTexts.Unreadable(exception.Message), null), id);
        }
    }

    public static string WhyOf(ApiProblem problem, Language language) => problem.Errors is null
        ? problem.DetailIn(language)
        : string.Join(" ", problem.Errors.In(language).Select(error => $"{error.Key}: {string.Join(" ", error.Value)}"));

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~' or '/';

    [GeneratedRegex(@"[^A-Za-z0-9._~/-]+")]
    private static partial Regex Unsafe();
}
