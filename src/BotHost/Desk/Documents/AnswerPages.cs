using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Gathers what the desk shows of one of the editors' answers.</summary>
internal sealed class AnswerPages(KnowledgeStore store, DocumentCatalogue catalogue, RevisionStore revisions, AnswerStates states)
{
    /// <summary>Null for what is not there, or not any more.</summary>
    public async Task<AnswerModel?> FindAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        if (!DocumentId.IsValid(key.Id) || await store.FindAsync(key) is not { } stored)
            return null;
        var known = await catalogue.ReadAsync(cancellationToken);
        return new(DocumentPages.PathOf(key), AnswerForm.Of(stored), Complaints.None, await states.ReadAsync(stored, known))
        {
            Revisions = await revisions.FindAsync(key) is { } history ? DocumentPages.Rows(history) : [],
            Sources = [.. stored.Document.Sources.Select(SourceNames.IdOf).Select(id => (id, TitleOf(id, known)))],
        };
    }

    private static string TitleOf(string id, IReadOnlyDictionary<DocumentKey, StoredDocument> known) =>
        known.TryGetValue(new(Kinds.Document, id), out var source) ? source.Document.Title : string.Empty;
}
