using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util.Automaton;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Understanding;

/// <summary>
/// The words of the documents that the asker may see. What others may see counts for nothing: a correction to a word that stands
/// in a hidden document only, or none because it does, would tell that it stands there.
/// </summary>
/// <param name="searcher">One state of the index.</param>
/// <param name="kind">The collection that is searched.</param>
/// <param name="access">Who asks; null sees everything.</param>
internal sealed class Vocabulary(IndexSearcher searcher, string kind, Filter? access)
{
    // Of words that nearly look the same the most usual one is meant; a rare one far down the list is as likely another typing error.
    private const int MaxLooked = 10;

    private readonly string[] fields = [ChunkFields.Unigrams(kind), ChunkFields.TitleUnigrams(kind)];

    public bool Holds(string word) => fields.Any(field => IsSeen(new Term(field, word)));

    /// <summary>The most frequent word of a shape, which <paramref name="isWord"/> may narrow; null when there is none.</summary>
    public string? MostFrequent(CompiledAutomaton shape, Predicate<string> isWord) => fields
        .SelectMany(field => TermsOf(field, shape).Where(term => isWord(term.Word.Text)))
        .OrderByDescending(term => term.Documents)
        .ThenBy(term => term.Word.Text, StringComparer.Ordinal)
        .Take(MaxLooked)
        .FirstOrDefault(term => IsSeen(term.Word))
        .Word?.Text;

    private List<(Term Word, int Documents)> TermsOf(string field, CompiledAutomaton shape)
    {
        var found = new List<(Term, int)>();
        if (MultiFields.GetTerms(searcher.IndexReader, field) is not { } terms)
            return found;
        for (var matching = shape.GetTermsEnum(terms); matching.MoveNext();)
            found.Add((new Term(field, matching.Term.Utf8ToString()), matching.DocFreq));
        return found;
    }

    private bool IsSeen(Term term) => access is null
        ? searcher.IndexReader.DocFreq(term) > 0
        : searcher.IndexReader.DocFreq(term) > 0 && searcher.Search(new TermQuery(term), access, 1).TotalHits > 0;
}
