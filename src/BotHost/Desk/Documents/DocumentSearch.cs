using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Finds documents by what they are called and by what they say; an editor's search finds everything.</summary>
internal sealed class DocumentSearch(KnowledgeIndex index, PassageEmbedding embedding)
{
    /// <summary>As many as the search gives at once.</summary>
    public const int MostPassages = 50;

    private const int LongestPassage = 200;

    /// <summary>Whether texts are found by what they mean, and not by their words alone.</summary>
    public bool IsHybrid => embedding.Index is not null;

    /// <summary>Those named so first, those whose text says so after them.</summary>
    public async Task<IReadOnlyList<FoundDocument>> FindAsync(IReadOnlyList<StoredDocument> among, string words, string kind, CancellationToken cancellationToken)
    {
        if (words.Length == 0)
            return [.. among.Select(stored => new FoundDocument(stored, null))];
        var named = among.Where(stored => IsNamed(stored, words)).OrderByDescending(stored => IsCalled(stored, words)).ThenByDescending(stored => stored.Change).ToList();
        if (!index.IsCaughtUp)
            return [.. named.Select(stored => new FoundDocument(stored, null))];
        var result = await index.SearchAsync(new SearchQuery(words) { TopK = MostPassages, Kind = kind }, cancellationToken);
        var byId = among.ToDictionary(stored => stored.Document.Id);
        var seen = named.Select(stored => stored.Document.Id).ToHashSet();
        var said = result.Hits.SelectMany(Sources).Where(hit => byId.ContainsKey(hit.Id) && seen.Add(hit.Id));
        return [.. named.Select(stored => new FoundDocument(stored, null)), .. said.Select(hit => new FoundDocument(byId[hit.Id], Lead.Of(hit.Text, LongestPassage)))];
    }

    /// <summary>Copies say the same, and are looked for as much.</summary>
    private static IEnumerable<(string Id, string Text)> Sources(Hit hit) =>
        hit.Duplicates.Select(other => (other.DocumentId, hit.Text)).Prepend((hit.DocumentId, hit.Text));

    private static bool IsNamed(StoredDocument stored, string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word =>
            stored.Document.Title.Contains(word, StringComparison.OrdinalIgnoreCase) || stored.Document.Id.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsCalled(StoredDocument stored, string words) =>
        stored.Document.Title.Equals(words, StringComparison.OrdinalIgnoreCase) || stored.Document.Id.Equals(words, StringComparison.OrdinalIgnoreCase);
}
