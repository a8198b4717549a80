using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>The same for an editor's answer.</summary>
internal sealed class AnswerSaving(CuratedAnswers answers, Conflicts conflicts)
{
    public Audience DefaultAudience => answers.DefaultAudience;

    public async Task<Saving> SaveAsync(AnswerForm form, bool isNew, string editor, Language language, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var draft = form.Judge(DefaultAudience, errors);
        if (errors.Count > 0)
            return Saving.Refused(Complaints.Read(errors, language), StatusCodes.Status400BadRequest);
        try
        {
            var result = await answers.WriteAsync(form.IdOrNew, draft, Precondition.OneOf([form.Revision]), editor, cancellationToken);
            return result.Problem is null
                ? new Saving.Done(form.IdOrNew, isNew ? DeskNotices.Created : DeskNotices.Saved)
                : await ExplainAsync(result.Problem, draft.ToDocument(form.IdOrNew, editor, []), isNew, language);
        }
        catch (Exception exception) when (StoreUnavailableException.IsAbsence(exception))
        {
            return Saving.Refused(Complaints.About(DocumentDeskTexts.StoreAway, language), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<Saving> ExplainAsync(ApiProblem problem, KnowledgeDocument mine, bool isNew, Language language) => problem.Status switch
    {
        StatusCodes.Status503ServiceUnavailable => new Saving.Done(mine.Id, DeskNotices.NotYetSearchable),
        StatusCodes.Status412PreconditionFailed when isNew => Saving.Refused(
            Complaints.About("id", DocumentDeskTexts.IdTaken.With(mine.Id), language), StatusCodes.Status409Conflict),
        StatusCodes.Status412PreconditionFailed => await conflicts.FindAsync(mine, theirs => IsSame(theirs, mine), language) is { } conflict
            ? new Saving.Again(Complaints.None, conflict, StatusCodes.Status409Conflict)
            : new Saving.Done(mine.Id, DeskNotices.Unchanged),
        _ => Saving.Refused(Complaints.Read(problem, "answer", language), problem.Status),
    };

    private static bool IsSame(KnowledgeDocument theirs, KnowledgeDocument mine) =>
        DocumentForm.IsSame(theirs, mine) && theirs.Sources.SequenceEqual(mine.Sources)
        && theirs.Curation!.ExpiresAt == mine.Curation!.ExpiresAt && theirs.Curation.Paraphrases.SequenceEqual(mine.Curation.Paraphrases);
}
