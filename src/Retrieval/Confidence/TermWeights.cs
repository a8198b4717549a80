using Lucene.Net.Index;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Confidence;

/// <summary>
/// How much a unit tells, in nats: minus the logarithm of the share of passages that hold it. The share is the corpus's own,
/// smoothed with that of the language at large as if the corpus had <see cref="Prior"/> passages more.
/// </summary>
internal sealed class TermWeights(IndexReader reader, string kind)
{
    private const double Prior = 200;

    private readonly string field = ChunkFields.Unigrams(kind);

    /// <summary>How many passages the kind has.</summary>
    public int Passages { get; } = Math.Max(0, MultiFields.GetTerms(reader, ChunkFields.Unigrams(kind))?.DocCount ?? 0);

    public double Of(QuestionUnit unit)
    {
        var holding = reader.DocFreq(new Term(field, unit.Term));
        var share = (holding + Prior * CommonTerms.ShareOf(unit.Term, unit.Ideographic)) / (Passages + Prior);
        return -Math.Log(Math.Min(share, 0.99));
    }
}
