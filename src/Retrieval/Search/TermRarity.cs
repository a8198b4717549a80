using Lucene.Net.Index;

namespace Wenlu.Retrieval.Search;

/// <summary>How much a term of a field tells: BM25's inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)), over the N passages that have the field.</summary>
internal sealed class TermRarity(IndexReader reader, string field)
{
    private readonly int passages = Math.Max(0, MultiFields.GetTerms(reader, field)?.DocCount ?? 0);

    public double Of(string term)
    {
        var holding = reader.DocFreq(new Term(field, term));
        return Math.Log(1 + (passages - holding + 0.5) / (holding + 0.5));
    }
}
