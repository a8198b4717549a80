using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Visibility;

namespace Wenlu.Retrieval.Search;

/// <summary>
/// The lexical side of a search, in three stages: the best few hundred passages by pairs of characters and words; the score of
/// single characters added to those, with the same quality as scoring everything with both, at less than half the work; and for
/// the best few of them how much of the question meets in one place.
/// </summary>
internal sealed class LexicalSearch(VisibleSearcher searcher, SearchQuery query)
{
    // Labels are never empty; a filter of Lucene's needs at least one.
    private static readonly Term Nobody = new(ChunkFields.Access, string.Empty);

    /// <summary>The passages that share terms with a text, best first.</summary>
    public IReadOnlyList<ScoreDoc> Rank(QueryTerms terms)
    {
        var candidates = FirstStage(terms);
        if (candidates.Length == 0)
            return [];
        var ranked = new SecondStage(searcher, SinglesQuery(terms), SectionName.Asked(terms.Content)).Rescore(candidates);
        return ThirdStage(terms).Rescore(ranked);
    }

    internal ThirdStage ThirdStage(QueryTerms terms)
    {
        var singles = new TermRarity(searcher, ChunkFields.Unigrams(query.Kind));
        var pairs = new TermRarity(searcher, ChunkFields.Bigrams(query.Kind));
        return new ThirdStage(searcher.IndexReader, new TermMeeting(terms.Lexemes, singles.Of, pairs.Of));
    }

    private ScoreDoc[] FirstStage(QueryTerms terms)
    {
        var found = Find(FirstStageQuery(terms));
        return found.Length > 0 ? found : Find(SinglesQuery(terms));
    }

    /// <summary>Passes what carries one of the labels; null passes everything.</summary>
    public static Filter? FilterOf(IReadOnlyCollection<string>? access) =>
        access is null ? null : new TermsFilter(access.Select(label => new Term(ChunkFields.Access, label)).DefaultIfEmpty(Nobody).ToArray());

    private ScoreDoc[] Find(Query asked)
    {
        var wanted = WithoutExcepted(asked);
        if (query.Access is null)
            return searcher.Search(wanted, Ranking.Candidates).ScoreDocs;
        return query.Access.Count == 0 ? [] : searcher.Search(wanted, FilterOf(query.Access), Ranking.Candidates).ScoreDocs;
    }

    private Query WithoutExcepted(Query asked)
    {
        if (query.Except.Count == 0)
            return asked;
        var rest = new BooleanQuery(disableCoord: true) { { asked, Occur.MUST } };
        foreach (var id in query.Except)
            rest.Add(new TermQuery(ChunkFields.KeyOf(query.Kind, id)), Occur.MUST_NOT);
        return rest;
    }

    internal BooleanQuery FirstStageQuery(QueryTerms terms)
    {
        var any = new BooleanQuery(disableCoord: true);
        AddTerms(any, ChunkFields.Bigrams(query.Kind), terms.Pairs, 1);
        AddTerms(any, ChunkFields.TitleBigrams(query.Kind), terms.Pairs, Ranking.Title);
        AddTerms(any, ChunkFields.HeadingBigrams(query.Kind), terms.Pairs, Ranking.Headings);
        AddTerms(any, ChunkFields.Unigrams(query.Kind), terms.Lone, 1);
        AddTerms(any, ChunkFields.TitleUnigrams(query.Kind), terms.Lone, Ranking.Title);
        AddTerms(any, ChunkFields.HeadingUnigrams(query.Kind), terms.Lone, Ranking.Headings);
        return any;
    }

    internal BooleanQuery SinglesQuery(QueryTerms terms)
    {
        var any = new BooleanQuery(disableCoord: true);
        AddTerms(any, ChunkFields.Unigrams(query.Kind), terms.Singles, 1);
        return any;
    }

    private static void AddTerms(BooleanQuery any, string field, IReadOnlyList<string> terms, float weight)
    {
        foreach (var term in terms)
            any.Add(new TermQuery(new Term(field, term)) { Boost = weight }, Occur.SHOULD);
    }
}
