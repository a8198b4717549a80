using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Visibility;

/// <summary>What was counted of an index's segments for the askers so far; goes with the segments.</summary>
internal sealed class VisibleSegments
{
    // Askers of one team share a few sets of labels. A bit for each passage and the counts are kept for every set.
    private const int MostAudiences = 64;

    private const char Separator = '\u001f';

    private readonly ConditionalWeakTable<object, ConcurrentDictionary<string, VisibleSegment>> known = [];

    /// <param name="context">The segment as it is searched.</param>
    /// <param name="access">The asker's labels; null for somebody who sees everything.</param>
    public VisibleSegment Of(AtomicReaderContext context, IReadOnlyCollection<string>? access)
    {
        var segment = context.AtomicReader;
        // A segment's readers come and go; what they read does not change as long as its deletions are the same.
        var audiences = known.GetOrCreateValue(segment.LiveDocs ?? segment.CoreCacheKey);
        var labels = access is null ? null : Known(segment, access);
        var key = labels is null ? "" : Separator + string.Join(Separator, labels);
        if (audiences.Count >= MostAudiences && !audiences.ContainsKey(key))
            audiences.Clear();
        return audiences.GetOrAdd(key, static (_, at) => VisibleSegment.Of(at.context, at.labels), (context, labels));
    }

    // Two people who differ only in labels that no passage here has see the same.
    private static string[] Known(AtomicReader segment, IEnumerable<string> access) =>
        [.. access.Distinct().Where(label => segment.DocFreq(new Term(ChunkFields.Access, label)) > 0).Order(StringComparer.Ordinal)];
}
