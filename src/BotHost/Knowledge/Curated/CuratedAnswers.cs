namespace Wenlu.BotHost.Knowledge.Curated;

/// <summary>Keeps editors' answers among the documents, with what their sources said when they were written.</summary>
internal sealed class CuratedAnswers(DocumentWriter writer, CuratedSources sources, KnowledgeStore store)
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

    /// <summary>
    /// It is found by these wordings too. Who answered, and what its sources said then, stays: nobody has looked at that again.
    /// </summary>
    public async Task<WriteResult> AddWordingsAsync(string id, IEnumerable<string> wordings, string editor, CancellationToken cancellationToken)
    {
        if (!DocumentId.IsValid(id) || await store.FindAsync(new(Kinds.Answer, id)) is not { Document: { Curation: { } curation } answer } stored)
            return WriteResult.Of(ApiProblems.NotFound);
        var all = curation.Paraphrases.Concat(wordings).Where(wording => wording != answer.Title).Distinct().ToList();
        if (all.Count > CuratedFields.MostParaphrases)
            return WriteResult.Of(ApiProblems.Invalid(FieldErrors.Of("paraphrases", FieldTexts.NotParaphrases(CuratedFields.MostParaphrases, DocumentFields.MaxTitle))));
        var document = answer with { Curation = curation with { Paraphrases = all } };
        return await writer.WriteAsync(document, Precondition.OneOf([stored.Revision]), editor, cancellationToken);
    }

    public Task<WriteResult> DeleteAsync(string id, Precondition precondition, string editor, CancellationToken cancellationToken) =>
        writer.DeleteAsync(new(Kinds.Answer, id), precondition, editor, cancellationToken);
}
