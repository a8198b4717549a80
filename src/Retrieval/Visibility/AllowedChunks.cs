using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Visibility;

/// <summary>Which chunks of a segment a search may find, exactly: those that Lucene itself would let through.</summary>
internal static class AllowedChunks
{
    /// <summary>Of every kind; null when all of the segment are allowed.</summary>
    public static IBits? In(AtomicReaderContext segment, Filter? access) =>
        access is null ? segment.AtomicReader.LiveDocs : Found(access, segment, segment.AtomicReader.LiveDocs);

    /// <summary>Null when all of the segment are allowed.</summary>
    /// <param name="segment">A segment of the reader that is searched, so that its deletions are those of that moment.</param>
    /// <param name="kind">The kind that <paramref name="except"/> belongs to.</param>
    /// <param name="access">What the asker may see; null for everything.</param>
    /// <param name="except">Ids of documents left out.</param>
    public static IBits? In(AtomicReaderContext segment, string kind, Filter? access, IReadOnlyCollection<string> except)
    {
        if (except.Count == 0)
            return In(segment, access);
        var live = segment.AtomicReader.LiveDocs;
        var allowed = access is null ? All(live, segment.AtomicReader.MaxDoc) : Found(access, segment, live);
        foreach (var id in except)
            Remove(segment.AtomicReader, ChunkFields.KeyOf(kind, id), allowed);
        return allowed;
    }

    private static FixedBitSet All(IBits? live, int count)
    {
        var all = new FixedBitSet(count);
        for (var doc = 0; doc < count; doc++)
            if (live?.Get(doc) != false)
                all.Set(doc);
        return all;
    }

    private static FixedBitSet Found(Filter access, AtomicReaderContext segment, IBits? live)
    {
        var found = new FixedBitSet(segment.AtomicReader.MaxDoc);
        if (access.GetDocIdSet(segment, live)?.GetIterator() is { } docs)
            found.Or(docs);
        return found;
    }

    private static void Remove(AtomicReader segment, Term term, FixedBitSet from)
    {
        if (segment.GetTermDocsEnum(term) is not { } docs)
            return;
        while (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            from.Clear(docs.DocID);
    }
}
