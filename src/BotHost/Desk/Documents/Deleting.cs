using Wenlu.BotHost.Desk.Documents.Pages;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Takes a document or an answer away, after saying what goes with it. It can be brought back from its revisions.</summary>
internal sealed class Deleting(KnowledgeStore store, DocumentCatalogue catalogue, PublishedQuestions published, DocumentPages pages, DocumentWriter writer)
{
    public static void Map(RouteGroupBuilder desk, string path, string kind)
    {
        desk.MapMethods(path + "/{id}/delete", SiteEndpoints.Reading, (HttpContext context, string id, Deleting deleting, CancellationToken stop) =>
            deleting.AskAsync(context, new(kind, id), null, stop));
        desk.MapPost(path + "/{id}/delete", (HttpContext context, string id, Deleting deleting, CancellationToken stop) =>
            deleting.DeleteAsync(context, new(kind, id), stop));
    }

    private async Task<IResult> AskAsync(HttpContext context, DocumentKey key, Bilingual? complaint, CancellationToken cancellationToken)
    {
        if (await FindAsync(key) is not { } stored)
            return await SiteEndpoints.MissingAsync(context.Request);
        if (!DocumentOrigins.IsDeletable(stored))
            return await DocumentDeskEndpoints.LockedAsync(context, pages, key, DocumentOrigins.WhyLocked(stored)!.Value);
        var (path, isAnswer) = (DocumentPages.PathOf(key), key.Kind == Kinds.Answer);
        var question = isAnswer ? DocumentDeskTexts.DeleteAnswerQuestion : DocumentDeskTexts.DeleteQuestion;
        var model = new ConfirmModel(stored.Document.Title, question, path + "/delete", DocumentDeskTexts.Delete, path, stored.Revision)
        {
            Complaint = complaint,
            IsHarmful = true,
            Warnings = isAnswer ? [] : [.. Warnings(stored, await catalogue.ListAsync(Kinds.Answer, cancellationToken))],
        };
        return DeskEndpoints.Show<ConfirmPage>(context, model, complaint is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private async Task<IResult> DeleteAsync(HttpContext context, DocumentKey key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key) is not { } stored)
            return await SiteEndpoints.MissingAsync(context.Request);
        if (!DocumentOrigins.IsDeletable(stored))
            return await DocumentDeskEndpoints.LockedAsync(context, pages, key, DocumentOrigins.WhyLocked(stored)!.Value);
        var seen = DocumentForm.RevisionOf(await context.Request.ReadFormAsync(cancellationToken));
        var result = await writer.DeleteAsync(key, Precondition.OneOf([seen]), DeskGate.EditorOf(context), cancellationToken);
        return result.Problem is { Status: StatusCodes.Status412PreconditionFailed }
            ? await AskAsync(context, key, DocumentDeskTexts.ChangedMeanwhile, cancellationToken)
            : DeskEndpoints.GoTo(context, DocumentPages.PathOf(key), DeskNotices.Deleted);
    }

    private IEnumerable<Bilingual> Warnings(StoredDocument stored, IReadOnlyList<StoredDocument> answers)
    {
        if (answers.Count(answer => answer.Document.Sources.Any(source => SourceNames.IdOf(source) == stored.Document.Id)) is > 0 and var count)
            yield return DocumentDeskTexts.AnswersRestOnIt.With(count);
        if (published.IsSource(stored.Document.Id))
            yield return DocumentDeskTexts.PagesRestOnIt;
        if (DocumentOrigins.Of(stored) == DocumentOrigin.Pushed)
            yield return DocumentDeskTexts.PushBringsItBack.With(stored.Document.Origin!);
    }

    private async Task<StoredDocument?> FindAsync(DocumentKey key) => DocumentId.IsValid(key.Id) ? await store.FindFactsAsync(key) : null;
}
