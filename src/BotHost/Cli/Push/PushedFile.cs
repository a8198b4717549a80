using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Conversion;

namespace Wenlu.BotHost.Cli.Push;

/// <summary>A file of the folder, read as the document it will be.</summary>
internal static partial class PushedFile
{
    private const int HashLength = 8;
    private const string Markdown = ".md";

    /// <summary>
    /// The id of a path: its folders joined by colons, a Markdown file without its extension. What an id cannot hold becomes a dash,
    /// and then a part of the path's hash keeps ids apart that would fall together.
    /// </summary>
    public static string IdOf(string relativePath)
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

    /// <summary>A Markdown file or a glossary.</summary>
    public static Submission Read(string path, string id, Audience unset) =>
        TryReadBytes(path, id, out var content) is { } refused ? refused
        : id == GlossaryDocument.Id ? GlossaryDocument.ReadCsv(content, unset)
        : SubmissionReader.ReadMarkdown(content, id, unset);

    /// <summary>Any file that can be a document.</summary>
    public static async Task<Submission> ReadAsync(string path, string id, Audience unset, CancellationToken cancellationToken)
    {
        if (FileConversion.TypeOf(path) is not { } type)
            return Read(path, id, unset);
        if (TryReadBytes(path, id, out var content) is { } refused)
            return refused;
        var converted = await FileConversion.ConvertAsync(type, content, cancellationToken);
        return SubmissionReader.ReadConverted(converted, id, Path.GetFileNameWithoutExtension(path), unset);
    }

    private static Submission.Refused? TryReadBytes(string path, string id, out byte[] content)
    {
        content = [];
        try
        {
            if (new FileInfo(path).Length > FileConversion.MaxFile)
                return new(ApiProblems.FileTooLarge, id);
            content = File.ReadAllBytes(path);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(ApiProblems.Malformed(CliTexts.Unreadable(exception.Message), null), id);
        }
    }

    public static string WhyOf(ApiProblem problem, Language language) => problem.Errors is null
        ? problem.DetailIn(language)
        : string.Join(" ", problem.Errors.In(language).Select(error => $"{error.Key}: {string.Join(" ", error.Value)}"));

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~' or '/';

    [GeneratedRegex(@"[^A-Za-z0-9._~/-]+")]
    private static partial Regex Unsafe();
}
