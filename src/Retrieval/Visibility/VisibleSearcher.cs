using Lucene.Net.Index;
using Lucene.Net.Search;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Visibility;

/// <summary>
/// Searches one state of the index as if it held only what the asker may see: how rare a term is and how long passages are is
/// counted over those alone. Otherwise the order of what somebody sees, or how sure an answer is, would tell of what is hidden;
/// and what was deleted would count until its segment is merged.
/// </summary>
internal sealed class VisibleSearcher : IndexSearcher
{
    private readonly (AtomicReader Reader, VisibleSegment Counts)[] segments;

    /// <param name="reader">The state of the index.</param>
    /// <param name="known">What was counted before.</param>
    /// <param name="access">The asker's labels; null for somebody who sees everything.</param>
    public VisibleSearcher(IndexReader reader, VisibleSegments known, IReadOnlyCollection<string>? access)
        : base(reader)
    {
        Similarity = new ChunkSimilarity();
        segments = [.. reader.Leaves.Select(leaf => (leaf.AtomicReader, known.Of(leaf, access)))];
    }

    /// <summary>The number of visible passages that hold a term.</summary>
    public int Holding(Term term)
    {
        var count = 0;
        foreach (var (reader, counts) in segments)
            count += counts.Holding(reader, term);
        return count;
    }

    public FieldLengths LengthsOf(string field)
    {
        var sum = default(FieldLengths);
        foreach (var (reader, counts) in segments)
            sum += counts.LengthsOf(reader, field);
        return sum;
    }

    public override TermStatistics TermStatistics(Term term, TermContext context) => new(term.Bytes, Holding(term), totalTermFreq: -1);

    public override CollectionStatistics CollectionStatistics(string field)
    {
        var lengths = LengthsOf(field);
        return new CollectionStatistics(field, IndexReader.MaxDoc, lengths.Passages, lengths.Terms, sumDocFreq: -1);
    }
}
