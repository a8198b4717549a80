using Wenlu.Retrieval.Analysis;
using Wenlu.Retrieval.Confidence;

namespace Wenlu.Retrieval.Search;

/// <summary>
/// How nearly a question says what a section is called. Who asks 什么是 token wants the section of that name, even where others
/// speak of tokens more often; scores that add up words cannot tell.
/// </summary>
internal sealed class SectionName
{
    private const char Separator = '\u001f';

    private readonly Dictionary<string, double> asked;
    private readonly double askedWeight;

    private SectionName(IEnumerable<string> terms)
    {
        asked = terms.ToDictionary(term => term, WeightOf);
        askedWeight = asked.Values.Sum();
    }

    /// <summary>To be compared with names.</summary>
    /// <param name="content">The question's content, see <see cref="QueryTerms.Content"/>.</param>
    public static SectionName Asked(string content) => new(TermsOf(content));

    /// <summary>A name as it is kept with its chunks: what it asks is cut, as it is from questions.</summary>
    public static string Write(string name) => string.Join(Separator, TermsOf(QuestionWords.Cut(TextNormalizer.Fold(name))));

    /// <summary>Twice the weight of what question and name share, by the weight of both: 1 when they say the same, 0 when nothing in common.</summary>
    /// <param name="written">From <see cref="Write"/>.</param>
    public double Likeness(string written)
    {
        var terms = written.Split(Separator);
        var shared = terms.Sum(term => asked.GetValueOrDefault(term));
        return shared == 0 ? 0 : 2 * shared / (askedWeight + terms.Sum(WeightOf));
    }

    private static IEnumerable<string> TermsOf(string content) => TextScanner.Scan(content)
        .SelectMany(lexeme => lexeme.Ideographic
            ? TextAnalyzer.Pairs(lexeme.Text).DefaultIfEmpty(lexeme.Text)
            : [EnglishStem.Of(lexeme.Text.ToLowerInvariant())])
        .Distinct();

    // The corpus is not asked how rare a term is: two hundred names are compared in every search.
    private static double WeightOf(string term) => TextScanner.IsIdeographic(term)
        ? term.EnumerateRunes().Average(rune => RarityOf(rune.ToString(), ideographic: true))
        : RarityOf(term, ideographic: false);

    // Even the most common character counts for something: the name may consist of it.
    private static double RarityOf(string term, bool ideographic) => -Math.Log(Math.Min(0.8, CommonTerms.ShareOf(term, ideographic)));
}
