using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Tells which editors' answers somebody should look at. Most sources are as they were, which the catalogue knows at once.</summary>
internal sealed class AnswerStates(CuratedSources sources, TimeProvider time)
{
    public async Task<IReadOnlyList<AnswerRow>> ReadAsync(IEnumerable<StoredDocument> answers, IReadOnlyDictionary<DocumentKey, StoredDocument> known) =>
        await Task.WhenAll(answers.Select(answer => ReadAsync(answer, known)));

    public async Task<AnswerRow> ReadAsync(StoredDocument stored, IReadOnlyDictionary<DocumentKey, StoredDocument> known)
    {
        var (document, curation) = (stored.Document, stored.Document.Curation!);
        var changed = IsAsItWas(document, known) ? [] : await sources.ChangedAsync(document);
        var state = curation.IsExpired(time.GetUtcNow()) ? AnswerState.Expired : changed.Count > 0 ? AnswerState.SourceChanged : AnswerState.Current;
        return new(document.Id, document.Title, curation.Paraphrases.Count, AudienceForm.InWords(document.Audience), state)
        {
            Editor = curation.Editor,
            ChangedAt = stored.UpdatedAt,
            ExpiresAt = curation.ExpiresAt,
            ChangedSources = changed,
        };
    }

    private static bool IsAsItWas(KnowledgeDocument answer, IReadOnlyDictionary<DocumentKey, StoredDocument> known) =>
        answer.Sources.Zip(answer.Curation!.SourceStates).All(source =>
            known.TryGetValue(new(Kinds.Document, SourceNames.IdOf(source.First)), out var document) && SourceState.IsSameRevision(source.Second, document));
}
