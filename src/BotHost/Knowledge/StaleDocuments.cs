using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Counts the documents that have not changed for longer than <see cref="KnowledgeOptions.StaleAfter"/>.</summary>
internal sealed class StaleDocuments(KnowledgeStore store, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    private const int Page = 200;

    /// <summary>Null where no age makes a document stale.</summary>
    public async Task<int?> CountAsync()
    {
        if (options.Value.StaleAfter is not { } age)
            return null;
        var (count, since) = (0, time.GetUtcNow() - age);
        for (var (after, page) = (0L, Page); page == Page;)
        {
            var listed = await store.ListAsync(Kinds.Document, after, Page);
            count += listed.Count(stored => stored.UpdatedAt < since && stored.Document.Key != GlossaryDocument.Key);
            (after, page) = (listed is [.., var last] ? last.Change : after, listed.Count);
        }
        return count;
    }
}
