using System.Text;
using Wenlu.Retrieval.Analysis;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Related;

/// <summary>A question as it is compared: without what depends on the keyboard it was typed on, or on which of its names a thing was called by.</summary>
internal static class QuestionText
{
    // A pasted page is not a question, and comparing stays cheap.
    private const int MaxLength = 300;

    /// <summary>Folded and in lower case; ideographs joined, one space around every word, no punctuation; numbers in digits; things that the glossary knows go by one name.</summary>
    public static string Of(string question, Glossary glossary)
    {
        var text = Plain(QuestionNumbers.InDigits(Plain(question.Length <= MaxLength ? question : question[..MaxLength])));
        var names = glossary.Forms.Find(text);
        return names.Count == 0 ? text : Plain(WithOneName(text, names));
    }

    private static string Plain(string question)
    {
        var (text, afterIdeograph) = (new StringBuilder(), false);
        foreach (var lexeme in TextScanner.Scan(TextNormalizer.Fold(question).ToLowerInvariant()))
        {
            if (text.Length > 0 && !(afterIdeograph && lexeme.Ideographic))
                text.Append(' ');
            text.Append(lexeme.Text);
            afterIdeograph = lexeme.Ideographic;
        }
        return text.ToString();
    }

    private static string WithOneName(string text, IReadOnlyList<GlossaryMatch> names)
    {
        var (replaced, at) = (new StringBuilder(), 0);
        foreach (var name in names)
        {
            replaced.Append(text, at, name.Start - at).Append(NameOf(name.Entries[0]));
            at = name.End;
        }
        return replaced.Append(text, at, text.Length - at).ToString();
    }

    // An abbreviation is one word; written out, 大语言模型 and 扩散模型 share half their characters.
    private static string NameOf(GlossaryEntry entry) => entry.Abbreviations is [var first, ..] ? first : entry.Term;
}
