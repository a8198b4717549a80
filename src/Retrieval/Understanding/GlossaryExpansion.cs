using System.Text;
using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Understanding;

/// <summary>The question with the glossary's other names in the place of those that were used.</summary>
internal static class GlossaryExpansion
{
    /// <summary>Each is a search of its own.</summary>
    public const int MaxExpansions = 4;

    /// <summary>
    /// Beside the words that were used, which have 1. Measured: from 0.6 to 0.9 a question in the documents' words loses nothing
    /// or next to nothing, and one in other words gains more the higher it is.
    /// </summary>
    public const double Weight = 0.8;

    private const int MaxMatches = 4;

    /// <summary>
    /// First the whole question in the documents' possible languages, every known name replaced by that language's; then one name
    /// at a time by each of its others.
    /// </summary>
    /// <param name="question">As asked; the expansions are folded.</param>
    /// <param name="glossary">Knows the names.</param>
    /// <param name="weight">Of each expansion.</param>
    public static IReadOnlyList<Expansion> Of(string question, Glossary glossary, double weight)
    {
        var folded = TextNormalizer.Fold(question);
        var matches = glossary.Forms.Find(folded).Take(MaxMatches).Select(match => Named.Of(folded, match)).Where(name => name.Others.Count > 0).ToList();
        if (matches.Count == 0)
            return [];
        return [.. InOneLanguage(folded, matches, true).Concat(InOneLanguage(folded, matches, false)).Concat(OneByOne(folded, matches))
            .Where(expansion => expansion.Text != folded)
            .DistinctBy(expansion => expansion.Text)
            .Take(MaxExpansions)
            .Select(expansion => new Expansion(expansion.Text, weight, ExpansionReason.Glossary, expansion.From, expansion.To))];
    }

    private static IEnumerable<(string Text, string From, string To)> InOneLanguage(string folded, List<Named> names, bool ideographic)
    {
        var replaced = names.Select(name => (Name: name, By: name.In(ideographic))).Where(pair => pair.By is not null).ToList();
        if (replaced.Count > 0)
            yield return Replace(folded, [.. replaced.Select(pair => (pair.Name, pair.By!))]);
    }

    // In turns, so that a name with many others does not use up all searches.
    private static IEnumerable<(string Text, string From, string To)> OneByOne(string folded, List<Named> names) =>
        names.SelectMany(name => name.Others.Select((other, rank) => (name, other, rank)))
            .OrderBy(choice => choice.rank)
            .Select(choice => Replace(folded, [(choice.name, choice.other)]));

    private static (string Text, string From, string To) Replace(string folded, IReadOnlyList<(Named Name, string By)> choices)
    {
        var (text, at) = (new StringBuilder(), 0);
        foreach (var (name, by) in choices)
        {
            text.Append(folded, at, name.Start - at).Append(by);
            at = name.End;
        }
        text.Append(folded, at, folded.Length - at);
        return (text.ToString(), string.Join(", ", choices.Select(choice => choice.Name.Text)), string.Join(", ", choices.Select(choice => choice.By)));
    }

    /// <summary>A name in the question and what else it could have been.</summary>
    private sealed record Named(int Start, int End, string Text, IReadOnlyList<string> Others)
    {
        public static Named Of(string folded, GlossaryMatch match)
        {
            var (text, said) = (folded[match.Start..match.End], GlossaryForms.KeyOf(folded));
            var others = match.Entries.SelectMany(entry => entry.Forms)
                .DistinctBy(GlossaryForms.KeyOf)
                .Where(form => !IsSaid(said, form));
            return new(match.Start, match.End, text, [.. others.Select(TextNormalizer.Fold)]);
        }

        /// <summary>Its first name in a language, if that is another one than the question's.</summary>
        public string? In(bool ideographic) => Text.Any(IsIdeograph) == ideographic ? null : Others.FirstOrDefault(form => form.Any(IsIdeograph) == ideographic);

        // Who writes 检索增强生成（RAG） has said both.
        private static bool IsSaid(string said, string form) => $"\u001f{said}\u001f".Contains($"\u001f{GlossaryForms.KeyOf(form)}\u001f", StringComparison.Ordinal);

        private static bool IsIdeograph(char character) => TextScanner.IsIdeographic(character.ToString());
    }
}
