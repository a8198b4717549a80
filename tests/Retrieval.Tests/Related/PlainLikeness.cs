using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Tests.Related;

/// <summary>What one would try first.</summary>
internal static class PlainLikeness
{
    /// <summary>The Jaccard coefficient of the characters.</summary>
    public static double OfCharacters(string one, string other)
    {
        var (characters, others) = (Letters(one).ToHashSet(), Letters(other).ToHashSet());
        return (double)characters.Intersect(others).Count() / characters.Union(others).Count();
    }

    /// <summary>The cosine of the counts of character pairs.</summary>
    public static double OfPairs(string one, string other)
    {
        var (pairs, others) = (PairsOf(one), PairsOf(other));
        var product = pairs.Sum(pair => pair.Value * others.GetValueOrDefault(pair.Key));
        return product == 0 ? 0 : product / Math.Sqrt(pairs.Values.Sum(count => count * count) * others.Values.Sum(count => count * count));
    }

    private static Dictionary<string, double> PairsOf(string text)
    {
        var letters = Letters(text);
        return Enumerable.Range(0, Math.Max(0, letters.Length - 1)).CountBy(at => letters.Substring(at, 2)).ToDictionary(pair => pair.Key, pair => (double)pair.Value);
    }

    private static string Letters(string text) => string.Concat(TextNormalizer.Fold(text).ToLowerInvariant().Where(char.IsLetterOrDigit));
}
