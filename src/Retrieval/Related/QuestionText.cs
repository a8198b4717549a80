using System.Text;
using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Related;

/// <summary>A question as it is compared: without what depends on the keyboard it was typed on.</summary>
internal static class QuestionText
{
    // A pasted page is not a question, and comparing stays cheap.
    private const int MaxLength = 300;

    /// <summary>Folded and in lower case; ideographs joined, one space around every word, no punctuation.</summary>
    public static string Of(string question)
    {
        var folded = TextNormalizer.Fold(question.Length <= MaxLength ? question : question[..MaxLength]).ToLowerInvariant();
        var (text, afterIdeograph) = (new StringBuilder(), false);
        foreach (var lexeme in TextScanner.Scan(folded))
        {
            if (text.Length > 0 && !(afterIdeograph && lexeme.Ideographic))
                text.Append(' ');
            text.Append(lexeme.Text);
            afterIdeograph = lexeme.Ideographic;
        }
        return text.ToString();
    }
}
