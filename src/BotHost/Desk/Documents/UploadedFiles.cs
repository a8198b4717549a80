using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Conversion;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>What the files of one upload have in common.</summary>
/// <param name="Names">Of all of them: links between them go on working.</param>
/// <param name="Replace">Whether documents that are there already may be replaced.</param>
internal sealed record Lot(Audience Audience, IReadOnlyList<string> Tags, IReadOnlySet<string> Names, bool Replace);

/// <summary>Makes documents of files, as pushing them would, with the readers that were chosen for them.</summary>
internal sealed class UploadedFiles(DocumentWriter writer, KnowledgeStore store, DocumentCatalogue catalogue)
{
    private const string Markdown = ".md";

    public Audience DefaultAudience => writer.DefaultAudience;

    public async Task<UploadOutcome> TakeAsync(IFormFile file, Lot lot, string editor, Language language, CancellationToken cancellationToken)
    {
        var name = NameOf(file);
        var id = FileDocumentId.Of(name);
        var existing = await store.FindFactsAsync(new(Kinds.Document, id));
        if (existing is not null && DocumentOrigins.WhyLocked(existing) is { } why)
            return new(name, id, UploadState.Refused, why.In(language));
        if (existing is not null && !lot.Replace)
            return new(name, id, UploadState.Exists);
        return await ReadAsync(file, name, id, cancellationToken) switch
        {
            Submission.Accepted accepted => await WriteAsync(Finish(accepted.Document, name, lot, await catalogue.ReadAsync(cancellationToken)), name, existing, editor, language, cancellationToken),
            Submission.Refused refused => new(name, id, UploadState.Refused, Why(refused.Problem, language)),
            _ => throw new InvalidOperationException("A submission is accepted or refused."),
        };
    }

    /// <summary>Some browsers send the whole path.</summary>
    public static string NameOf(IFormFile file) => Path.GetFileName(file.FileName.Replace('\\', '/'));

    private async Task<Submission> ReadAsync(IFormFile file, string name, string id, CancellationToken cancellationToken)
    {
        var type = FileConversion.TypeOf(name);
        if (type is null && id != GlossaryDocument.Id && !name.EndsWith(Markdown, StringComparison.OrdinalIgnoreCase))
            return new Submission.Refused(ApiProblems.Unreadable(DocumentDeskTexts.WrongKind), id);
        if (file.Length > FileConversion.MaxFile)
            return new Submission.Refused(ApiProblems.FileTooLarge, id);
        var content = await BytesAsync(file, cancellationToken);
        if (type is not null)
            return SubmissionReader.ReadConverted(await FileConversion.ConvertAsync(type, content, cancellationToken), id, Path.GetFileNameWithoutExtension(name), DefaultAudience);
        return id == GlossaryDocument.Id
            ? GlossaryDocument.ReadCsv(content, DefaultAudience)
            : SubmissionReader.ReadMarkdown(content, id, DefaultAudience);
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    /// <summary>Who may read it is what the form says, whatever the file says itself: that is what the editor sees.</summary>
    private static KnowledgeDocument Finish(KnowledgeDocument document, string name, Lot lot, IReadOnlyDictionary<DocumentKey, StoredDocument> known)
    {
        var targets = new LinkTargets(path => AddressOf(path, lot, known));
        return document with
        {
            // A file without a heading is called as it is called, which its id may not be able to hold.
            Title = document.Title == document.Id && document.Key != GlossaryDocument.Key ? Path.GetFileNameWithoutExtension(name) : document.Title,
            Audience = lot.Audience,
            Tags = [.. document.Tags.Union(lot.Tags)],
            Markdown = document.Key == GlossaryDocument.Key ? document.Markdown : RelativeLinks.Resolve(document.Markdown, link => targets.AddressOf(name, link)),
        };
    }

    /// <summary>Of a file of this upload or of an earlier one.</summary>
    private static string? AddressOf(string path, Lot lot, IReadOnlyDictionary<DocumentKey, StoredDocument> known) =>
        FileDocumentId.Of(path) is var id && (lot.Names.Contains(path) || known.ContainsKey(new(Kinds.Document, id))) ? $"/documents/{id}" : null;

    private async Task<UploadOutcome> WriteAsync(
        KnowledgeDocument document, string name, StoredDocument? existing, string editor, Language language, CancellationToken cancellationToken)
    {
        var result = await writer.WriteAsync(document, Precondition.OneOf([existing?.Revision ?? 0]), editor, cancellationToken);
        if (result.Problem is { } problem)
            return new(name, document.Id, UploadState.Refused, Why(problem, language));
        var state = existing is null ? UploadState.Created : existing.Revision == result.Revision ? UploadState.Unchanged : UploadState.Replaced;
        return new(name, document.Id, state) { Passages = result.Chunks };
    }

    private static string Why(ApiProblem problem, Language language) => problem.Errors is null
        ? problem.DetailIn(language)
        : string.Join(" ", problem.Errors.In(language).Select(error => $"{error.Key}: {string.Join(" ", error.Value)}"));
}
