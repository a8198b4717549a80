using Wenlu.Retrieval.Analysis;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Confidence;

/// <summary>What a passage speaks of, with its title and headings.</summary>
internal sealed class PassageTerms(string text, HashSet<string> words)
{
    public static PassageTerms Of(Hit hit)
    {
        var text = TextNormalizer.Fold($"{hit.Title}\n{string.Join('\n', hit.Headings)}\n{hit.Text}");
        var words = TextScanner.Scan(text).Where(lexeme => !lexeme.Ideographic).SelectMany(lexeme => WordForms.Of(lexeme.Text));
        return new PassageTerms(text, [.. words]);
    }

    // Characters need no list of terms: looking for them in the text is faster than taking it apart.
    public bool Holds(string term, bool ideographic) =>
        ideographic ? text.Contains(term, StringComparison.Ordinal) : words.Contains(term);
}
