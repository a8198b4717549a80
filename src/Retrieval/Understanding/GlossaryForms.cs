using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Understanding;

/// <summary>A place of a text that the glossary knows.</summary>
/// <param name="Start">In the folded text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Entries">All that it may mean.</param>
internal readonly record struct GlossaryMatch(int Start, int End, IReadOnlyList<GlossaryEntry> Entries);

/// <summary>Finds the forms of a glossary in texts: in any script, width, case and number, and only as whole words.</summary>
internal sealed class GlossaryForms
{
    private const char Joint = '\u001f';

    // Who types these in lower case means the little word, and not Information Technology.
    private static readonly HashSet<string> LittleWords =
        [.. "a am an and are as at be by can do for go has he how i if in is it me my no not of on or our so the to up us was we who why you all may will".Split(' ')];

    private readonly Dictionary<string, List<GlossaryEntry>> entries = [];
    private readonly HashSet<string> words = [];
    private int longest;

    public GlossaryForms(IReadOnlyList<GlossaryEntry> glossary)
    {
        foreach (var entry in glossary)
            foreach (var form in entry.Forms.Select(TextNormalizer.Fold))
                Add(form, Atom.Of(form), entry);
    }

    /// <summary>The words of more than ideographs that stand in the forms, in lower case.</summary>
    public IReadOnlySet<string> Words => words;

    /// <summary>The longest forms from left to right; none overlaps another.</summary>
    /// <param name="folded">From <see cref="TextNormalizer.Fold"/>.</param>
    public IReadOnlyList<GlossaryMatch> Find(string folded)
    {
        if (longest == 0)
            return [];
        var (atoms, matches) = (Atom.Of(folded), new List<GlossaryMatch>());
        for (var first = 0; first < atoms.Count;)
        {
            var count = Math.Min(longest, Together(folded, atoms, first));
            while (count > 0 && !TryAdd(matches, folded, atoms, first, count))
                count--;
            first += Math.Max(1, count);
        }
        return matches;
    }

    /// <summary>Equal for forms that count as the same.</summary>
    public static string KeyOf(string form) => KeyOf(Atom.Of(TextNormalizer.Fold(form)));

    private bool TryAdd(List<GlossaryMatch> matches, string folded, IReadOnlyList<Atom> atoms, int first, int count)
    {
        var (start, end) = (atoms[first].Start, atoms[first + count - 1].End);
        if (!entries.TryGetValue(KeyOf(atoms.Skip(first).Take(count)), out var meant) || LittleWords.Contains(folded[start..end]))
            return false;
        matches.Add(new(start, end, meant));
        return true;
    }

    /// <summary>How many atoms stand together from here on: only spaces and hyphens are between the words of a form.</summary>
    private static int Together(string folded, IReadOnlyList<Atom> atoms, int first)
    {
        var count = 1;
        while (first + count < atoms.Count
            && folded.AsSpan(atoms[first + count - 1].End..atoms[first + count].Start).IndexOfAnyExcept(' ', '-', '/') < 0)
            count++;
        return count;
    }

    private void Add(string form, IReadOnlyList<Atom> atoms, GlossaryEntry entry)
    {
        if (!IsTelling(atoms))
            return;
        longest = Math.Max(longest, atoms.Count);
        words.UnionWith(atoms.Select(atom => form[atom.Start..atom.End].ToLowerInvariant()).Where(word => !TextScanner.IsIdeographic(word)));
        var key = KeyOf(atoms);
        if (!entries.TryGetValue(key, out var meant))
            entries[key] = meant = [];
        if (!meant.Contains(entry))
            meant.Add(entry);
    }

    // A single character is a part of a hundred words that have nothing to do with it.
    private static bool IsTelling(IReadOnlyList<Atom> atoms) =>
        atoms.Count > 1 || atoms.Count == 1 && atoms[0].Key.Length > 1 && !char.IsSurrogate(atoms[0].Key[0]);

    private static string KeyOf(IEnumerable<Atom> atoms) => string.Join(Joint, atoms.Select(atom => atom.Key));
}
