using Wenlu.Retrieval;
using Wenlu.Retrieval.Chunking;
using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.BotHost.Answers;

/// <summary>Finds passages in the documents that came with a conversation, ranked as the knowledge base's are, and puts both together.</summary>
internal static class AttachedPassages
{
    // Half of what a model is shown; of a question about the document itself nearly all.
    private const int Most = 4;
    private const int MostWhenMeant = 6;

    // The same floor below which the knowledge base names no document either.
    private const double LeastConfidence = 0.05;

    /// <summary>Builds an index for this one search: a few hundred passages take milliseconds, and nobody else can ever find them.</summary>
    public static async Task<SearchResult> SearchAsync(
        IReadOnlyList<SourceDocument> documents, Glossary glossary, SearchQuery query, CancellationToken cancellationToken)
    {
        using var index = DocumentIndex.InMemory();
        index.Glossary = glossary;
        foreach (var document in documents)
            index.Upsert(document);
        index.Refresh();
        return await index.SearchAsync(query, cancellationToken);
    }

    /// <summary>What is asked of a document as a whole shares no word with it: its beginning says best what it is.</summary>
    public static SearchResult Beginning(SourceDocument document) =>
        new([.. MarkdownChunker.Cut(document.Title, document.Markdown).Take(MostWhenMeant).Select(chunk => From(document, chunk))], 1, AnswerBand.Answer);

    /// <summary>Scores of two indexes cannot be compared: the best of each counts as much as the other's.</summary>
    /// <param name="isMeant">The question is about what was attached, whatever the knowledge base finds.</param>
    public static SearchResult Merge(SearchResult known, SearchResult attached, bool isMeant)
    {
        if (attached.Hits.Count == 0 || !isMeant && !attached.Answerable && (known.Answerable || attached.Confidence < LeastConfidence))
            return known;
        var brought = attached.Hits.Take(isMeant ? MostWhenMeant : Most).ToList();
        var scale = known.Hits.Count > 0 && brought[0].Score > 0 ? known.Hits[0].Score / brought[0].Score : 1;
        var ours = brought.Select(hit => hit with { Score = hit.Score * scale });
        var others = known.Answerable ? known.Hits.Take(Passages.Most - brought.Count) : [];
        return new SearchResult(
            [.. isMeant || attached.Confidence >= known.Confidence ? ours.Concat(others) : others.Concat(ours)],
            Math.Max(known.Confidence, attached.Confidence),
            isMeant ? AnswerBand.Answer : BetterOf(known.Band, attached.Answerable ? attached.Band : AnswerBand.Warn));
    }

    private static AnswerBand BetterOf(AnswerBand one, AnswerBand other) => one < other ? one : other;

    private static Hit From(SourceDocument document, Chunk chunk) => new(document.Id, document.Title, chunk.Headings, chunk.Text, 1)
    {
        Anchor = chunk.Anchor,
        ChunkNumber = chunk.Number,
        UpdatedAt = document.UpdatedAt,
    };
}
