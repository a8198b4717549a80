using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Visibility;

/// <summary>How many passages have a field, and how many terms they have in it together.</summary>
internal readonly record struct FieldLengths(int Passages, long Terms)
{
    public static FieldLengths operator +(FieldLengths one, FieldLengths other) => new(one.Passages + other.Passages, one.Terms + other.Terms);
}

/// <summary>
/// Counts over the passages of one segment that some labels open. What was counted is kept: a segment never changes, and the next
/// question shares most of its characters with this one.
/// </summary>
/// <param name="visible">Null when all of the segment are.</param>
internal sealed class VisibleSegment(IBits? visible)
{
    // Far more than the characters and usual pairs of a language; what is rare is quickly counted again.
    private const int MostTerms = 20_000;

    private readonly ConcurrentDictionary<Term, int> holding = [];
    private readonly ConcurrentDictionary<string, FieldLengths> lengths = [];

    /// <param name="segment">As it is searched.</param>
    /// <param name="labels">Those that open its passages; null opens all.</param>
    public static VisibleSegment Of(AtomicReaderContext segment, IReadOnlyCollection<string>? labels)
    {
        var visible = AllowedChunks.In(segment, LexicalSearch.FilterOf(labels));
        return new(visible is FixedBitSet opened && opened.Cardinality == segment.AtomicReader.MaxDoc ? null : visible);
    }

    /// <summary>The number of visible passages that hold a term.</summary>
    public int Holding(AtomicReader segment, Term term)
    {
        if (visible is null)
            return segment.DocFreq(term);
        if (holding.TryGetValue(term, out var known))
            return known;
        if (holding.Count >= MostTerms)
            holding.Clear();
        return holding[term] = Count(segment, term);
    }

    public FieldLengths LengthsOf(AtomicReader segment, string field) =>
        lengths.GetOrAdd(field, static (field, at) => at.counter.Sum(at.segment, field), (counter: this, segment));

    private int Count(AtomicReader segment, Term term)
    {
        var terms = segment.GetTerms(term.Field)?.GetEnumerator();
        if (terms is null || !terms.SeekExact(term.Bytes))
            return 0;
        var passages = terms.Docs(visible, reuse: null, DocsFlags.NONE);
        var count = 0;
        while (passages.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            count++;
        return count;
    }

    private FieldLengths Sum(AtomicReader segment, string field)
    {
        var sum = default(FieldLengths);
        if (segment.GetNumericDocValues(ChunkFields.LengthOf(field)) is not { } counts)
            return sum;
        for (var passage = 0; passage < segment.MaxDoc; passage++)
            if (visible?.Get(passage) != false && counts.Get(passage) is > 0 and var terms)
                sum += new FieldLengths(1, terms);
        return sum;
    }
}
