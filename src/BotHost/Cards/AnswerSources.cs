using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Attachments;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// Notices when a passage that a given answer rests on does not stand in its document any more. A change elsewhere in the document
/// leaves the answer as good as it was.
/// </summary>
internal sealed class AnswerSources(KnowledgeStore store)
{
    public async Task<bool> HaveChangedAsync(Answer answer)
    {
        var changed = await Task.WhenAll(answer.References
            .Where(reference => !AttachedDocument.IsId(reference.DocumentId))
            .GroupBy(reference => reference.DocumentId)
            .Select(HasChangedAsync));
        return changed.Contains(true);
    }

    private async Task<bool> HasChangedAsync(IGrouping<string, Reference> document)
    {
        if (await store.FindAsync(new(Kinds.Document, document.Key)) is not { } stored)
            return true;
        var passages = SourceState.PassagesOf(stored, anchor: null).Select(passage => passage.Text).ToHashSet();
        return !document.All(reference => passages.Contains(reference.Text));
    }
}
