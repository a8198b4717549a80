using System.Text;

namespace Wenlu.Retrieval.Analysis;

/// <summary>A term of the index and its distance from the one before; 0 for another form of the same word.</summary>
internal readonly record struct Token(string Term, int Step);

/// <summary>Text to terms. Ideographic runs become single characters or pairs; words give their forms to both.</summary>
internal static class TextAnalyzer
{
    public static IEnumerable<Token> Unigrams(string text) => Analyze(TextNormalizer.Fold(text), Characters);

    public static IEnumerable<Token> Bigrams(string text) => Analyze(TextNormalizer.Fold(text), Pairs);

    /// <summary>The characters of an ideographic run, in lower case as everything in the index.</summary>
    public static IEnumerable<string> Characters(string run) => run.EnumerateRunes().Select(rune => rune.ToString());

    /// <summary>The overlapping pairs of an ideographic run; none for a single character.</summary>
    public static IEnumerable<string> Pairs(string run)
    {
        var previous = default(Rune?);
        foreach (var rune in run.EnumerateRunes())
        {
            if (previous is { } before)
                yield return $"{before}{rune}";
            previous = rune;
        }
    }

    private static IEnumerable<Token> Analyze(string folded, Func<string, IEnumerable<string>> cutRun)
    {
        foreach (var lexeme in TextScanner.Scan(folded))
        {
            if (lexeme.Ideographic)
            {
                foreach (var term in cutRun(lexeme.Text))
                    yield return new Token(term, 1);
                // A number is found by its figures as well; a run that holds one has a term before them.
                foreach (var figures in ChineseNumbers.In(lexeme.Text))
                    yield return new Token(figures, 0);
            }
            else
            {
                var step = 1;
                foreach (var form in WordForms.Of(lexeme.Text))
                {
                    yield return new Token(form, step);
                    step = 0;
                }
            }
        }
    }
}
