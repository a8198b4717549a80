using System.Text;

namespace Wenlu.Retrieval.Analysis;

/// <summary>
/// A passage's terms in their order. The inverted index knows which terms a passage holds; whether they meet in one sentence
/// can be read from this in a few microseconds, without analysing the text again.
/// </summary>
internal static class TermSequence
{
    /// <summary>What is left of it belongs to the document, what is right of it to the passage.</summary>
    public const char EndOfTitle = '\n';

    /// <summary>Begins a run of characters that are terms, and with their neighbours pairs.</summary>
    public const char Run = ' ';

    /// <summary>Begins a word.</summary>
    public const char Word = '\t';

    // Lucene keeps at most 32,766 bytes with a passage, and a character takes up to three. Passages of our own cutting are
    // shorter by far, but compatibility forms grow when they are folded.
    private const int MaxLength = 10_000;
    private const int MaxTitle = 1_000;

    public static string Write(AnalyzedText title, AnalyzedText text)
    {
        var written = new StringBuilder();
        Append(written, title.Lexemes, MaxTitle);
        Append(written.Append(EndOfTitle), text.Lexemes, MaxLength);
        return written.ToString();
    }

    /// <summary>The one term that stands for a word: its stem, so that no word counts as often as it has forms.</summary>
    public static string TermOf(string word) => EnglishStem.Of(WordForms.Whole(word));

    private static void Append(StringBuilder written, IReadOnlyList<Lexeme> lexemes, int limit)
    {
        foreach (var lexeme in lexemes)
        {
            var term = lexeme.Ideographic ? lexeme.Text : TermOf(lexeme.Text);
            if (written.Length + term.Length >= limit)
                break;
            written.Append(lexeme.Ideographic ? Run : Word).Append(term);
        }
    }
}
