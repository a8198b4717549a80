using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Understanding;

/// <summary>The least part of a text that a form of the glossary can begin or end with: an ideograph, or a whole word by its stem.</summary>
/// <param name="Key">Equal for what counts as the same.</param>
/// <param name="Start">Where it stands in the folded text.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct Atom(string Key, int Start, int End)
{
    /// <summary>In the order of the text.</summary>
    public static IReadOnlyList<Atom> Of(string folded)
    {
        var atoms = new List<Atom>();
        var at = 0;
        foreach (var lexeme in TextScanner.Scan(folded))
        {
            at = folded.IndexOf(lexeme.Text, at, StringComparison.Ordinal);
            atoms.AddRange(lexeme.Ideographic ? Characters(lexeme.Text, at) : Words(lexeme.Text, at));
            at += lexeme.Text.Length;
        }
        return atoms;
    }

    private static IEnumerable<Atom> Characters(string run, int at)
    {
        foreach (var rune in run.EnumerateRunes())
        {
            yield return new Atom(rune.ToString(), at, at + rune.Utf16SequenceLength);
            at += rune.Utf16SequenceLength;
        }
    }

    // few-shot is few shot, and RAG/Agent are two; what has digits or dots in it is a code, a version or a path, and stays whole.
    private static List<Atom> Words(string word, int at)
    {
        if (!word.All(character => char.IsLetter(character) || character is '-' or '/' or '\''))
            return [Word(word, at)];
        var words = new List<Atom>();
        foreach (var part in word.Split('-', '/'))
        {
            words.Add(Word(part, at));
            at += part.Length + 1;
        }
        return words;
    }

    private static Atom Word(string word, int at) => new(EnglishStem.Of(word.ToLowerInvariant()), at, at + word.Length);
}
