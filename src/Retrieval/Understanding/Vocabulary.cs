using Lucene.Net.Index;
using Lucene.Net.Util.Automaton;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Visibility;

namespace Wenlu.Retrieval.Understanding;

/// <summary>
/// The words of the documents that the asker may see. What others may see counts for nothing: a correction to a word that stands
/// in a hidden document only, or none because it does, would tell that it stands there.
/// </summary>
/// <param name="searcher">One state of the index, as the asker sees it.</param>
/// <param name="kind">The collection that is searched.</param>
internal sealed class Vocabulary(VisibleSearcher searcher, string kind)
{
    private readonly string[] fields = [ChunkFields.Unigrams(kind), ChunkFields.TitleUnigrams(kind)];

    public bool Holds(string word) => fields.Any(field => searcher.Holding(new Term(field, word)) > 0);

    /// <summary>The most frequent word of a shape, which <paramref name="isWord"/> may narrow; null when there is none.</summary>
    public string? MostFrequent(CompiledAutomaton shape, Predicate<string> isWord) => fields
        .SelectMany(field => WordsOf(field, shape).Where(word => isWord(word)).Select(word => (Word: word, Passages: searcher.Holding(new Term(field, word)))))
        .Where(found => found.Passages > 0)
        .OrderByDescending(found => found.Passages)
        .ThenBy(found => found.Word, StringComparer.Ordinal)
        .FirstOrDefault().Word;

    private List<string> WordsOf(string field, CompiledAutomaton shape)
    {
        var found = new List<string>();
        if (MultiFields.GetTerms(searcher.IndexReader, field) is not { } terms)
            return found;
        for (var matching = shape.GetTermsEnum(terms); matching.MoveNext();)
            found.Add(matching.Term.Utf8ToString());
        return found;
    }
}
