using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Wenlu.Retrieval.Visibility;

namespace Wenlu.Retrieval.Search;

/// <summary>The clauses of a query that look into one field, and what they alone give a passage.</summary>
internal sealed class FieldScorer
{
    private readonly VisibleSearcher searcher;
    private readonly IReadOnlyList<Query> clauses;
    private readonly Weight weight;

    private FieldScorer(VisibleSearcher searcher, string field, IReadOnlyList<Query> clauses)
    {
        (this.searcher, Field, this.clauses) = (searcher, field, clauses);
        var any = new BooleanQuery(disableCoord: true);
        foreach (var clause in clauses)
            any.Add(clause, Occur.SHOULD);
        weight = searcher.CreateNormalizedWeight(any);
    }

    /// <summary>The field's name in the index.</summary>
    public string Field { get; }

    /// <summary>The field's name as people are shown it: without the kind, which is the search's own.</summary>
    public string Name => Field[(Field.LastIndexOf('/') + 1)..];

    public static IReadOnlyList<FieldScorer> Of(VisibleSearcher searcher, BooleanQuery query) =>
        [.. query.Clauses.Select(clause => clause.Query).GroupBy(FieldOf).Select(field => new FieldScorer(searcher, field.Key, [.. field]))];

    /// <summary>As Lucene explains it; 0 for a passage that holds none of the terms.</summary>
    public double Score(int passage)
    {
        var leaves = searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(passage, leaves)];
        return weight.Explain(leaf, passage - leaf.DocBase).Value;
    }

    public ExplainedField Explain(bool withFrequencies) =>
        new(Name, clauses.Max(clause => clause.Boost), [.. clauses.SelectMany(TermsOf).Select(term => Explain(term, withFrequencies))]);

    private ExplainedTerm Explain(Term term, bool withFrequencies)
    {
        if (!withFrequencies)
            return new ExplainedTerm(term.Text, null, null);
        var statistics = searcher.TermStatistics(term, TermContext.Build(searcher.TopReaderContext, term));
        var idf = ((BM25Similarity)searcher.Similarity).IdfExplain(searcher.CollectionStatistics(term.Field), statistics).Value;
        return new ExplainedTerm(term.Text, (int)statistics.DocFreq, idf);
    }

    private static string FieldOf(Query clause) => TermsOf(clause).First().Field;

    private static HashSet<Term> TermsOf(Query clause)
    {
        var terms = new HashSet<Term>();
        clause.ExtractTerms(terms);
        return terms;
    }
}
