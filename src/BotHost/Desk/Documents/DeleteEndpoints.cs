using Wenlu.BotHost.Desk.Documents.Pages;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Takes a document or an answer away, after saying what goes with it. It can be brought back from its revisions.</summary>
internal static class DeleteEndpoints
{
    public static void MapDeleting(this RouteGroupBuilder desk, string path, string kind)
    {
        desk.MapMethods(
            path + "/{id}/delete", SiteEndpoints.Reading,
            (HttpContext context, string id, KnowledgeStore store, DocumentCatalogue catalogue, PublishedQuestions published, DocumentPages pages, CancellationToken stop) =>
                AskAsync(context, new(kind, id), store, catalogue, published, pages, null, stop));
        desk.MapPost(
            path + "/{id}/delete",
            (HttpContext context, string id, KnowledgeStore store, DocumentCatalogue catalogue, PublishedQuestions published, DocumentPages pages, DocumentWriter writer, CancellationToken stop) =>
                DeleteAsync(context, new(kind, id), store, catalogue, published, pages, writer, stop));
    }

    private static async Task<IResult> AskAsync(
        HttpContext context, DocumentKey key, KnowledgeStore store, DocumentCatalogue catalogue, PublishedQuestions published, DocumentPages pages, Bilingual? complaint,
        CancellationToken cancellationToken)
    {
        if (!DocumentId.IsValid(key.Id) || await store.FindFactsAsync(key) is not { } stored)
            return await SiteEndpoints.MissingAsync(context.Request);
        if (!DocumentOrigins.IsDeletable(stored))
            return await DocumentDeskEndpoints.LockedAsync(context, pages, key, DocumentOrigins.WhyLocked(stored)!.Value);
        var path = DocumentPages.PathOf(key);
        var question = key.Kind == Kinds.Answer ? DocumentDeskTexts.DeleteAnswerQuestion : DocumentDeskTexts.DeleteQuestion;
        var model = new ConfirmModel(stored.Document.Title, question, path + "/delete", DocumentDeskTexts.Delete, path, stored.Revision)
        {
            Complaint = complaint,
            IsHarmful = true,
            Warnings = key.Kind == Kinds.Document ? [.. Warnings(stored, await catalogue.ListAsync(Kinds.Answer, cancellationToken), published)] : [],
        };
        return DeskEndpoints.Show<ConfirmPage>(context, model, complaint is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static IEnumerable<Bilingual> Warnings(StoredDocument stored, IReadOnlyList<StoredDocument> answers, PublishedQuestions published)
    {
        if (answers.Count(answer => answer.Document.Sources.Any(source => SourceNames.IdOf(source) == stored.Document.Id)) is > 0 and var count)
            yield return DocumentDeskTexts.AnswersRestOnIt.With(count);
        if (published.IsSource(stored.Document.Id))
            yield return DocumentDeskTexts.PagesRestOnIt;
        if (DocumentOrigins.Of(stored) == DocumentOrigin.Pushed)
            yield return DocumentDeskTexts.PushBringsItBack.With(stored.Document.Origin!);
    }

    private static async Task<IResult> DeleteAsync(
        HttpContext context, DocumentKey key, KnowledgeStore store, DocumentCatalogue catalogue, PublishedQuestions published, DocumentPages pages, DocumentWriter writer,
        CancellationToken cancellationToken)
    {
        if (!DocumentId.IsValid(key.Id) || await store.FindFactsAsync(key) is not { } stored)
            return await SiteEndpoints.MissingAsync(context.Request);
        if (!DocumentOrigins.IsDeletable(stored))
            return await DocumentDeskEndpoints.LockedAsync(context, pages, key, DocumentOrigins.WhyLocked(stored)!.Value);
        var seen = DocumentForm.RevisionOf(await context.Request.ReadFormAsync(cancellationToken));
        var result = await writer.DeleteAsync(key, Precondition.OneOf([seen]), DeskGate.EditorOf(context), cancellationToken);
        return result.Problem is { Status: StatusCodes.Status412PreconditionFailed }
            ? await AskAsync(context, key, store, catalogue, published, pages, DocumentDeskTexts.ChangedMeanwhile, cancellationToken)
            : DeskEndpoints.GoTo(context, DocumentPages.PathOf(key), DeskNotices.Deleted);
    }
}
