using Lucene.Net.Index;
using Wenlu.Retrieval.Visibility;

namespace Wenlu.Retrieval.Search;

/// <summary>How much a term of a field tells: BM25's inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)), over the N visible passages that have the field.</summary>
internal sealed class TermRarity(VisibleSearcher searcher, string field)
{
    private readonly int passages = searcher.LengthsOf(field).Passages;

    public double Of(string term)
    {
        var holding = searcher.Holding(new Term(field, term));
        return Math.Log(1 + (passages - holding + 0.5) / (holding + 0.5));
    }
}
