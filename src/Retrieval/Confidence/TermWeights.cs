using Lucene.Net.Index;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Visibility;

namespace Wenlu.Retrieval.Confidence;

/// <summary>
/// How much a unit tells, in nats: minus the logarithm of the share of passages that hold it. The share is the corpus's own,
/// smoothed with that of the language at large as if the corpus had <see cref="Prior"/> passages more.
/// </summary>
internal sealed class TermWeights(VisibleSearcher searcher, string kind)
{
    private const double Prior = 200;

    private readonly string unigrams = ChunkFields.Unigrams(kind);
    private readonly string bigrams = ChunkFields.Bigrams(kind);

    /// <summary>How many passages the kind has for the asker.</summary>
    public int Passages { get; } = searcher.LengthsOf(ChunkFields.Unigrams(kind)).Passages;

    public double Of(QuestionUnit unit)
    {
        var holding = searcher.Holding(new Term(unigrams, unit.Term));
        var share = (holding + Prior * CommonTerms.ShareOf(unit.Term, unit.Ideographic)) / (Passages + Prior);
        return -Math.Log(Math.Min(share, 0.99));
    }

    /// <summary>Whether any passage surely speaks of a unit. A code that stands nowhere is not what the passages are about.</summary>
    public bool Knows(QuestionUnit unit) => unit.Strong.Any(term => Knows(unit, term));

    /// <summary>Whether any passage speaks of it or perhaps of a part of it.</summary>
    public bool KnowsPartOf(QuestionUnit unit) => Knows(unit) || unit.Weak.Any(term => Knows(unit, term));

    /// <summary>The score that BM25 approaches for a passage that holds each term of the question very often and nothing else.</summary>
    public double CeilingOf(QueryTerms terms) => (ChunkSimilarity.Saturation + 1) * (SumOf(bigrams, terms.Pairs) + Ranking.Unigrams * SumOf(unigrams, terms.Singles));

    private bool Knows(QuestionUnit unit, string term) => searcher.Holding(new Term(unit.Ideographic && term == unit.Term ? unigrams : bigrams, term)) > 0;

    private double SumOf(string field, IEnumerable<string> terms) => terms.Sum(term => RarityOf(searcher.Holding(new Term(field, term))));

    private double RarityOf(int holding) => Math.Log(1 + (Passages - holding + 0.5) / (holding + 0.5));
}
