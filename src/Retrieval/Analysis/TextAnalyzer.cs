using System.Text;

namespace Wenlu.Retrieval.Analysis;

/// <summary>A term of the index and its distance from the one before; 0 for another form of the same word.</summary>
internal readonly record struct Token(string Term, int Step);

/// <summary>Text to terms. Ideographic runs become single characters or pairs; words give their forms to both.</summary>
internal static class TextAnalyzer
{
    public static IReadOnlyList<Token> Unigrams(string text) => Analyze(text).Unigrams;

    public static IReadOnlyList<Token> Bigrams(string text) => Analyze(text).Bigrams;

    /// <summary>Both kinds of terms from one reading: folding and cutting cost more than what they are needed for.</summary>
    public static AnalyzedText Analyze(string text)
    {
        var analyzed = new AnalyzedText();
        foreach (var lexeme in TextScanner.Scan(TextNormalizer.Fold(text)))
            analyzed.Add(lexeme);
        return analyzed;
    }

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
}
