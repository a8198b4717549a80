namespace Wenlu.Retrieval.Understanding;

/// <summary>A line of the glossary: one thing, and everything that people call it.</summary>
/// <param name="Term">What the editors call it; never blank.</param>
/// <param name="Synonyms">Other names in the same language.</param>
/// <param name="Translations">Its names in other languages.</param>
/// <param name="Abbreviations">Its short forms.</param>
public sealed record GlossaryEntry(
    string Term, IReadOnlyList<string> Synonyms, IReadOnlyList<string> Translations, IReadOnlyList<string> Abbreviations)
{
    internal IEnumerable<string> Forms => [Term, .. Translations, .. Abbreviations, .. Synonyms];
}
