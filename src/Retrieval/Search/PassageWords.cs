using System.Text.RegularExpressions;
using Wenlu.Retrieval.Analysis;
using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Search;

/// <summary>The words and pairs of characters of a passage's text, once as they are and once with all numbers alike.</summary>
internal sealed partial class PassageWords
{
    private const string Numerals = "零〇一二两三四五六七八九十百千万亿";
    private const char AnyNumber = '0';

    private readonly HashSet<string> exact;
    private readonly HashSet<string> blurred;

    private PassageWords(HashSet<string> exact, HashSet<string> blurred) => (this.exact, this.blurred) = (exact, blurred);

    /// <summary>How many different ones it has.</summary>
    public int Count => exact.Count;

    public static PassageWords Of(string text)
    {
        var lexemes = TextScanner.Scan(TextNormalizer.Fold(MarkdownText.Readable(text))).ToArray();
        return new([.. lexemes.SelectMany(Terms)], [.. lexemes.Select(Blur).SelectMany(Terms)]);
    }

    /// <summary>The Jaccard likeness, 0 to 1: what both have by what either has.</summary>
    public double Likeness(PassageWords other) => Jaccard(exact, other.exact);

    /// <summary>The likeness of two versions, whose numbers may differ.</summary>
    public double LikenessButNumbers(PassageWords other) => Jaccard(blurred, other.blurred);

    public bool NameAnotherCode(PassageWords other) => NameAnotherCode(exact, other.exact);

    /// <summary>Whether each side has codes, letters with digits that are no version, that the other one has not.</summary>
    public static bool NameAnotherCode(HashSet<string> one, HashSet<string> other) =>
        one.Any(term => IsCode(term) && !other.Contains(term)) && other.Any(term => IsCode(term) && !one.Contains(term));

    private static double Jaccard(HashSet<string> one, HashSet<string> other)
    {
        if (one.Count > other.Count)
            (one, other) = (other, one);
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }

    private static IEnumerable<string> Terms(Lexeme lexeme) =>
        lexeme.Ideographic ? TextAnalyzer.Pairs(lexeme.Text).DefaultIfEmpty(lexeme.Text) : [lexeme.Text.ToLowerInvariant()];

    private static Lexeme Blur(Lexeme lexeme) => lexeme.Ideographic
        ? lexeme with { Text = string.Concat(lexeme.Text.Select((character, at) => !Numerals.Contains(character) ? $"{character}" : at > 0 && Numerals.Contains(lexeme.Text[at - 1]) ? "" : $"{AnyNumber}")) }
        : IsCode(lexeme.Text) || !lexeme.Text.Any(char.IsAsciiDigit) ? lexeme : lexeme with { Text = $"{AnyNumber}" };

    // 10.5, v2.1, 2024-05-06 and 50MB are values; E4021, db01 and gpt-4 are names.
    private static bool IsCode(string term) => term.Any(char.IsAsciiDigit) && !Value().IsMatch(term);

    [GeneratedRegex(@"^v?\d[\d.,:/-]*[A-Za-z]{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
