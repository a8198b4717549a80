using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Understanding;

/// <summary>What else a question may be called: with its typing errors mended and the glossary's other names in it.</summary>
internal static class QuestionExpansion
{
    // A pasted page is not a question; its beginning says what it is about.
    private const int MaxLength = 1000;

    /// <summary>The question in other words, the likeliest first; empty when there are none. The question itself is never replaced.</summary>
    /// <param name="question">As asked.</param>
    /// <param name="glossary">The editors' names for things.</param>
    /// <param name="vocabulary">The words that the asker's documents hold.</param>
    public static IReadOnlyList<Expansion> Of(string question, Glossary glossary, Vocabulary vocabulary)
    {
        var folded = TextNormalizer.Fold(question.Length <= MaxLength ? question : question[..MaxLength]);
        if (new Correction(glossary, vocabulary).Of(folded) is not { } corrected)
            return GlossaryExpansion.Of(folded, glossary, GlossaryExpansion.Weight);
        var names = GlossaryExpansion.Of(corrected.Text, glossary, corrected.Weight * GlossaryExpansion.Weight);
        return [corrected, .. names.Select(name => name with { Trust = corrected.Trust })];
    }
}
