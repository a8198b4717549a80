using Lucene.Net.Util.Automaton;
using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Understanding;

/// <summary>Finds the word that was meant by one that stands nowhere.</summary>
internal static class Spelling
{
    private const int MinLength = 4;
    private const int MinLengthForTwo = 8;

    // One letter for another makes a different word of a short one (rain, rail, raid); dropped, doubled and swapped letters hardly do.
    private const int MinLengthForSubstitution = 6;

    // An automaton of a longer word costs more than it is worth: that is a pasted key.
    private const int MaxLength = 32;

    /// <summary>
    /// A known word that begins with the same letter and is one edit away (insertion, deletion, substitution, or two neighbours
    /// exchanged), two edits for words of eight letters or more; null when there is none. Words with digits or signs are codes
    /// and are never corrected: E4021 is not E4012.
    /// </summary>
    /// <param name="word">Lower case.</param>
    /// <param name="vocabulary">The words of the documents.</param>
    /// <param name="terms">The words of the glossary, in lower case: an editor's term is meant before any other word.</param>
    public static string? Correct(string word, Vocabulary vocabulary, IReadOnlySet<string> terms)
    {
        if (word.Length is < MinLength or > MaxLength || !IsWord(word))
            return null;
        return Within(1, word, vocabulary, terms) ?? (word.Length >= MinLengthForTwo ? Within(2, word, vocabulary, terms) : null);
    }

    /// <summary>Only letters, as they stand in a spelling: everything else is a code or another script.</summary>
    public static bool IsWord(string word) => word.All(character => char.IsLetter(character) && !TextScanner.IsIdeographic(character.ToString()));

    private static string? Within(int edits, string word, Vocabulary vocabulary, IReadOnlySet<string> terms)
    {
        var shape = BasicOperations.Concatenate(
            BasicAutomata.MakeString(word[..1]), new LevenshteinAutomata(word[1..], withTranspositions: true).ToAutomaton(edits));
        var matcher = new CharacterRunAutomaton(shape);
        return terms.Where(matcher.Run).Order(StringComparer.Ordinal).FirstOrDefault(IsMeant)
            ?? vocabulary.MostFrequent(new CompiledAutomaton(shape), IsMeant);

        bool IsMeant(string candidate) => candidate.Length >= MinLength && IsWord(candidate)
            && (word.Length >= MinLengthForSubstitution || candidate.Length != word.Length || candidate.Order().SequenceEqual(word.Order()));
    }
}
