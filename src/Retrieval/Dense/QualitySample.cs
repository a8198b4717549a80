using Lucene.Net.Index;
using Lucene.Net.Search;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Visibility;

namespace Wenlu.Retrieval.Dense;

/// <summary>Passages of an index among which a model has to find the right ones.</summary>
/// <param name="Passages">Their slots and whose they are; all of one kind, spread over the index.</param>
/// <param name="Questions">Taken out of some of them.</param>
internal sealed record QualitySample(IReadOnlyList<(int Slot, string DocumentId)> Passages, IReadOnlyList<PseudoQuestion> Questions)
{
    private const int MostPassages = 4000;
    private const int MostQuestions = 200;

    /// <summary>The same for the same index; of the kind with most vectors.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="store">Its vectors.</param>
    /// <param name="access">Only passages that share one of these labels; null for all.</param>
    public static QualitySample Take(IndexReader reader, VectorStore store, IReadOnlyCollection<string>? access)
    {
        var random = new Random(1);
        var embedded = reader.Leaves.SelectMany(segment =>
            ChunkFields.KindsIn(segment.AtomicReader).SelectMany(kind => Embedded(segment, kind, store, LexicalSearch.FilterOf(access))));
        var kinds = embedded.GroupBy(passage => passage.Kind).ToArray();
        if (kinds.Length == 0)
            return new QualitySample([], []);
        var all = kinds.MaxBy(kind => kind.Count())!.ToArray();
        var chosen = random.GetItems([.. Enumerable.Range(0, all.Length)], Math.Min(all.Length, MostPassages)).Distinct().Select(at => all[at])
            .Select(passage => (passage.Slot, Document: reader.Document(passage.Doc))).ToArray();
        return new QualitySample(
            [.. chosen.Select(passage => (passage.Slot, ChunkFields.Read(passage.Document, 0).DocumentId))],
            [.. chosen.Select(passage => PseudoQuestions.Of(passage.Document, random)).OfType<PseudoQuestion>().Take(MostQuestions)]);
    }

    private static IEnumerable<(string Kind, int Doc, int Slot)> Embedded(AtomicReaderContext segment, string kind, VectorStore store, Filter? access)
    {
        var slots = store.SlotsOf(segment.AtomicReader, kind);
        var measured = AllowedChunks.In(segment, access);
        for (var i = 0; i < slots.Docs.Length; i++)
            if (measured?.Get(slots.Docs[i]) != false)
                yield return (kind, segment.DocBase + slots.Docs[i], slots.Slots[i]);
    }
}
