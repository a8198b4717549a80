using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Writes what an editor typed, unless something is wrong with it or somebody else was faster.</summary>
internal sealed class DocumentSaving(DocumentWriter writer, KnowledgeStore store, Conflicts conflicts)
{
    public Audience DefaultAudience => writer.DefaultAudience;

    public async Task<Saving> SaveAsync(DocumentForm form, bool isNew, string editor, Language language, CancellationToken cancellationToken)
    {
        var read = form.Judge(DefaultAudience);
        if (read is not Submission.Accepted { Document: var document })
            return Saving.Refused(Complaints.Read(((Submission.Refused)read).Problem, "markdown", language), StatusCodes.Status400BadRequest);
        try
        {
            if (await store.FindAsync(document.Key) is { } stored && stored.Revision == form.Revision && DocumentForm.IsSame(stored.Document, document))
                return new Saving.Done(document.Id, DeskNotices.Unchanged);
            var result = await writer.WriteAsync(document, Precondition.OneOf([form.Revision]), editor, cancellationToken);
            return result.Problem is null
                ? new Saving.Done(document.Id, isNew ? DeskNotices.Created : DeskNotices.Saved)
                : await ExplainAsync(result.Problem, document, isNew, language);
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            return Saving.Refused(Complaints.About(DocumentDeskTexts.StoreAway, language), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<Saving> ExplainAsync(ApiProblem problem, KnowledgeDocument document, bool isNew, Language language)
    {
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            return new Saving.Done(document.Id, DeskNotices.NotYetSearchable);
        if (problem.Status != StatusCodes.Status412PreconditionFailed)
            return Saving.Refused(Complaints.Read(problem, "markdown", language), problem.Status);
        if (isNew)
            return Saving.Refused(Complaints.About("id", DocumentDeskTexts.IdTaken.With(document.Id), language), StatusCodes.Status409Conflict);
        return await conflicts.FindAsync(document, theirs => DocumentForm.IsSame(theirs, document), language) is { } conflict
            ? new Saving.Again(Complaints.None, conflict, StatusCodes.Status409Conflict)
            : new Saving.Done(document.Id, DeskNotices.Unchanged);
    }
}
