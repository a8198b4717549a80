using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Wenlu.BotHost.Knowledge.Conversion;

/// <summary>The lines of a PDF that are set clearly larger than most of its text; the largest size is the first level.</summary>
internal sealed class PdfHeadings
{
    private const double Larger = 1.15;
    private const int Longest = 120;
    private const int Deepest = 4;

    private readonly Dictionary<string, int> levels;

    private PdfHeadings(Dictionary<string, int> levels) => this.levels = levels;

    public bool IsEmpty => levels.Count == 0;

    /// <summary>From 1; 0 for what is no heading.</summary>
    public int LevelOf(string line) => levels.GetValueOrDefault(Dense(line));

    public static PdfHeadings Of(PdfDocument document, int pages)
    {
        var lines = Enumerable.Range(1, Math.Min(document.NumberOfPages, pages)).SelectMany(number => LinesOf(document.GetPage(number))).ToList();
        var running = lines.GroupBy(line => line.Size).MaxBy(size => size.Sum(line => line.Text.Length))?.Key ?? 0;
        var larger = lines.Where(line => line.Size >= running * Larger && line.Text.Length is > 1 and <= Longest && line.Text.Any(char.IsLetter)).ToList();
        var sizes = larger.Select(line => line.Size).Distinct().OrderDescending().ToList();
        return new(larger.DistinctBy(line => line.Text).ToDictionary(line => line.Text, line => Math.Min(sizes.IndexOf(line.Size) + 1, Deepest)));
    }

    /// <summary>Letters on one height, as they follow each other, with the size that most of the line begins with.</summary>
    private static IEnumerable<(string Text, double Size)> LinesOf(Page page)
    {
        List<Letter> line = [];
        foreach (var letter in page.Letters)
        {
            if (line.Count > 0 && Math.Abs(line[^1].StartBaseLine.Y - letter.StartBaseLine.Y) > letter.PointSize / 2)
            {
                yield return Finish(line);
                line = [];
            }
            line.Add(letter);
        }
        if (line.Count > 0)
            yield return Finish(line);
    }

    private static (string Text, double Size) Finish(List<Letter> line) =>
        (Dense(string.Concat(line.Select(letter => letter.Value))), Math.Round(line.Average(letter => letter.PointSize) * 2) / 2);

    /// <summary>The spaces of a PDF are guessed, by each reader in its own way.</summary>
    private static string Dense(string line) => string.Concat(line.Where(character => !char.IsWhiteSpace(character)));
}
