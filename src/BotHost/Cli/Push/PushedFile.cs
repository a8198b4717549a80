using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Conversion;

namespace Wenlu.BotHost.Cli.Push;

/// <summary>A file of the folder, read as the document it will be.</summary>
internal static class PushedFile
{
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
}
