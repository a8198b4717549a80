using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Confidence;

/// <summary>The least part of a question that a passage can hold or lack: a character with its pairs, or a word with its forms.</summary>
/// <param name="Term">The character or the whole word.</param>
/// <param name="Ideographic">Whether it is a character.</param>
/// <param name="Strong">Terms any of which shows that the passage speaks of it.</param>
/// <param name="Weak">Terms that may stand there for another reason: the bare character, a part of a code.</param>
internal sealed record QuestionUnit(string Term, bool Ideographic, IReadOnlyList<string> Strong, IReadOnlyList<string> Weak)
{
    // That E5000 and E4021 share their letter proves nothing.
    private const int MinPart = 3;

    /// <summary>Whether it names one thing and no other: E4021, v2.3.1, 70B. A plain number may be said in other ways.</summary>
    public bool IsCode => !Ideographic && Term.Any(char.IsAsciiDigit) && !Term.All(char.IsAsciiDigit);

    public static IEnumerable<QuestionUnit> Of(IEnumerable<Lexeme> lexemes) =>
        lexemes.SelectMany(lexeme => lexeme.Ideographic ? OfRun(lexeme.Text) : [OfWord(lexeme.Text)]);

    private static IEnumerable<QuestionUnit> OfRun(string run)
    {
        var runes = run.EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            var character = runes[i].ToString();
            var pairs = new List<string>(2);
            if (i > 0)
                pairs.Add($"{runes[i - 1]}{character}");
            if (i + 1 < runes.Length)
                pairs.Add($"{character}{runes[i + 1]}");
            // A character that stands alone has no pairs to show more.
            yield return new QuestionUnit(character, true, pairs.Count > 0 ? pairs : [character], [character]);
        }
    }

    private static QuestionUnit OfWord(string word)
    {
        var forms = WordForms.Of(word);
        return new QuestionUnit(forms[0], false, [forms[0], EnglishStem.Of(forms[0])], [.. forms.Skip(1).Where(form => form.Length >= MinPart)]);
    }
}
