using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Search;

/// <summary>Adds to the best passages how much of the question meets in one place of them, which only their text in order tells.</summary>
internal sealed class ThirdStage(IndexReader reader, TermMeeting meeting)
{
    /// <summary>The passages with their new scores, best first; those below the best few keep score and place.</summary>
    public IReadOnlyList<ScoreDoc> Rescore(IReadOnlyList<ScoreDoc> ranked) =>
    [
        .. ranked.Take(Ranking.Read)
            .Select(scored => new ScoreDoc(scored.Doc, scored.Score + GainOf(scored.Doc)))
            .OrderByDescending(scored => scored.Score)
            .ThenBy(scored => scored.Doc),
        .. ranked.Skip(Ranking.Read),
    ];

    /// <summary>What is added to a passage's score.</summary>
    public float GainOf(int doc) => Ranking.Meeting * (float)meeting.In(SequenceOf(doc));

    private string SequenceOf(int doc)
    {
        var segment = reader.Leaves[ReaderUtil.SubIndex(doc, reader.Leaves)];
        var written = new BytesRef();
        segment.AtomicReader.GetBinaryDocValues(ChunkFields.Sequence).Get(doc - segment.DocBase, written);
        return Encoding.UTF8.GetString(written.Bytes, written.Offset, written.Length);
    }
}
