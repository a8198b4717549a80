namespace Wenlu.Retrieval.Understanding;

/// <summary>How Chinese characters are read, without tones; ü is written v, as it is typed. The table's source is in Data/NOTICE.</summary>
internal sealed class Pinyin
{
    // Four characters of two readings each give sixteen; a form of more is hardly ever typed by its sound.
    private const int MaxReadings = 16;

    private readonly Dictionary<char, List<string>> syllables = [];

    private Pinyin()
    {
        using var table = new StreamReader(typeof(Pinyin).Assembly.GetManifestResourceStream("pinyin.tsv")!);
        while (table.ReadLine() is { } line)
            Add(line[..line.IndexOf('\t')], line.AsSpan(line.IndexOf('\t') + 1));
    }

    /// <summary>Read for a glossary and then let go: between two glossaries nobody needs the table.</summary>
    public static Pinyin Load() => new();

    /// <summary>All ways to read a text, each as its syllables; none when it holds anything but known characters.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Of(string text)
    {
        IReadOnlyList<IReadOnlyList<string>> readings = [[]];
        foreach (var character in text)
        {
            if (!syllables.TryGetValue(character, out var known))
                return [];
            readings = [.. readings.SelectMany(reading => known.Select(syllable => (IReadOnlyList<string>)[.. reading, syllable])).Take(MaxReadings)];
        }
        return readings;
    }

    private void Add(string syllable, ReadOnlySpan<char> characters)
    {
        foreach (var character in characters)
            if (syllables.TryGetValue(character, out var known))
                known.Add(syllable);
            else
                syllables[character] = [syllable];
    }
}
