using System.Text;
using Wenlu.Retrieval.Analysis;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Understanding;

/// <summary>Finds in a question the words that no document holds, and what was meant by them: a term by its sound, or a word by its letters.</summary>
internal sealed class Correction(Glossary glossary, Vocabulary vocabulary)
{
    // The work grows with the words looked up, and somebody who mistypes more words has pasted another language.
    private const int MaxLooked = 8;

    private const int MaxSyllables = 8;
    private const double PinyinWeight = 0.9;
    private const double SpellingWeight = 0.8;

    private int looked;

    /// <summary>The question as it was meant; null when nothing in it is to be corrected.</summary>
    /// <param name="folded">From <see cref="TextNormalizer.Fold"/>.</param>
    public Expansion? Of(string folded)
    {
        var words = Atom.Of(folded).Select(atom => new Word(folded[atom.Start..atom.End].ToLowerInvariant(), atom.Start, atom.End)).ToList();
        var found = new List<Replacement>();
        for (var first = 0; first < words.Count;)
        {
            var replacement = looked < MaxLooked && Spelling.IsWord(words[first].Text) ? Meant(words, first) : null;
            if (replacement is not null)
                found.Add(replacement);
            first += replacement?.Words ?? 1;
        }
        return found.Count == 0 ? null : new(
            Apply(folded, found), found.Min(one => one.Weight), found[0].Reason,
            string.Join(", ", found.Select(one => folded[one.Start..one.End])), string.Join(", ", found.Select(one => one.By)));
    }

    private Replacement? Meant(List<Word> words, int first)
    {
        var (word, isKnown) = (words[first], IsKnown(words[first].Text));
        for (var count = Math.Min(MaxSyllables, words.Count - first); count > 1; count--)
            if (glossary.Sounds.Find(words.Skip(first).Take(count).Select(one => one.Text)) is { } term && words.Skip(first).Take(count).Any(one => !IsKnown(one.Text)))
                return new(word.Start, words[first + count - 1].End, term, count, ExpansionReason.Pinyin, PinyinWeight);
        if (isKnown)
            return null;
        looked++;
        if (glossary.Sounds.Find(word.Text) is { } meant)
            return new(word.Start, word.End, meant, 1, ExpansionReason.Pinyin, PinyinWeight);
        return Spelling.Correct(word.Text, vocabulary, glossary.Forms.Words) is { } correct
            ? new(word.Start, word.End, correct, 1, ExpansionReason.Spelling, SpellingWeight)
            : null;
    }

    private bool IsKnown(string word) => QuestionWords.AsksWith(word) || vocabulary.Holds(word) || glossary.Forms.Words.Contains(word) || vocabulary.Holds(EnglishStem.Of(word));

    private static string Apply(string folded, List<Replacement> found)
    {
        var (text, at) = (new StringBuilder(), 0);
        foreach (var replacement in found)
        {
            text.Append(folded, at, replacement.Start - at).Append(replacement.By);
            at = replacement.End;
        }
        return text.Append(folded, at, folded.Length - at).ToString();
    }

    private readonly record struct Word(string Text, int Start, int End);

    private sealed record Replacement(int Start, int End, string By, int Words, ExpansionReason Reason, double Weight);
}
