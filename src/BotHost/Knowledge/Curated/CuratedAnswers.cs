namespace Wenlu.BotHost.Knowledge.Curated;

/// <summary>Keeps editors' answers among the documents, with what their sources said when they were written.</summary>
internal sealed class CuratedAnswers(DocumentWriter writer, CuratedSources sources)
{
    public Audience DefaultAudience => writer.DefaultAudience;

    /// <summary>Found by whoever may read it when this returns.</summary>
    public async Task<WriteResult> WriteAsync(string id, CuratedDraft draft, Precondition precondition, string editor, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var states = await sources.ReadAsync(draft.Sources, errors);
        return errors.Count > 0
            ? WriteResult.Of(ApiProblems.Invalid(errors))
            : await writer.WriteAsync(draft.ToDocument(id, editor, states), precondition, editor, cancellationToken);
    }

    public Task<WriteResult> DeleteAsync(string id, Precondition precondition, string editor, CancellationToken cancellationToken) =>
        writer.DeleteAsync(new(Kinds.Answer, id), precondition, editor, cancellationToken);
}
