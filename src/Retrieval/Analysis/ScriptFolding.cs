using System.Collections.Frozen;
using System.Text;

namespace Wenlu.Retrieval.Analysis;

/// <summary>
/// Traditional Chinese, its regional variants and its regional words to the simplified ones.
/// Both sides of a search are folded, so distinctions that simplified writing drops (后/後) may be dropped everywhere.
/// The tables come from OpenCC, see Data/NOTICE; they are made so that folding what is folded changes nothing.
/// </summary>
internal static class ScriptFolding
{
    private static readonly FrozenDictionary<Rune, Rune> Characters = Read("characters.tsv")
        .ToFrozenDictionary(pair => Rune.GetRuneAt(pair.Key, 0), pair => Rune.GetRuneAt(pair.Value, 0));

    private static readonly FrozenDictionary<string, string> Phrases = Read("phrases.tsv").ToFrozenDictionary();

    // By first character, longest first: the longest phrase that begins at a place wins.
    private static readonly FrozenDictionary<char, string[]> PhrasesByStart = Phrases.Keys
        .GroupBy(phrase => phrase[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray());

    // A result may meet its neighbours as a new phrase, hardly ever twice in a row; the bound is for text made to loop.
    private const int MaxPasses = 8;

    /// <summary>Folds every character, then phrases until none is left; idempotent.</summary>
    public static string Fold(string text)
    {
        var folded = FoldCharacters(text);
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var first = FirstPhrase(folded);
            if (first == folded.Length)
                break;
            folded = FoldPhrases(folded, first);
        }
        return folded;
    }

    private static string FoldCharacters(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Below the first ideograph of the table nothing can match: most of a Latin text skips the look-up.
            var target = rune.Value >= 0x3400 && Characters.TryGetValue(rune, out var simplified) ? simplified : rune;
            if (target.IsBmp)
                folded.Append((char)target.Value);
            else
                folded.Append(target.ToString());
        }
        return folded.ToString();
    }

    // Hardly any text has one, and a copy of those that have none would be for nothing.
    private static int FirstPhrase(string text)
    {
        var at = 0;
        while (at < text.Length && PhraseAt(text, at) is null)
            at++;
        return at;
    }

    private static string FoldPhrases(string text, int first)
    {
        var folded = new StringBuilder(text, 0, first, text.Length);
        for (var at = first; at < text.Length;)
        {
            var phrase = PhraseAt(text, at);
            if (phrase is null)
                folded.Append(text[at++]);
            else
            {
                folded.Append(Phrases[phrase]);
                at += phrase.Length;
            }
        }
        return folded.ToString();
    }

    private static string? PhraseAt(string text, int at)
    {
        if (text[at] < 0x3400 || !PhrasesByStart.TryGetValue(text[at], out var phrases))
            return null;
        foreach (var phrase in phrases)
            if (text.AsSpan(at).StartsWith(phrase))
                return phrase;
        return null;
    }

    private static Dictionary<string, string> Read(string resource)
    {
        using var reader = new StreamReader(typeof(ScriptFolding).Assembly.GetManifestResourceStream(resource)!);
        var table = new Dictionary<string, string>();
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t');
            table.Add(line[..tab], line[(tab + 1)..]);
        }
        return table;
    }
}
