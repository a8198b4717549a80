using System.Text;
using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Confidence;

/// <summary>How much of a question one passage says, in all and in one place.</summary>
/// <param name="DocumentId">Whose passage it is.</param>
/// <param name="Coverage">The share of the question's weight that it holds anywhere, title and headings included, 0 to 1.</param>
/// <param name="Window">The largest share that stands together in one place under its title and headings, outside example sentences.</param>
internal readonly record struct PassageReading(string DocumentId, double Coverage, double Window)
{
    // Two sentences: what an answer needs of the question stands together, what agrees by chance is scattered.
    private const int WindowLetters = 60;

    public static PassageReading Of(PassageText passage, AskedUnits asked)
    {
        var seen = new UnitTally(asked.Weights);
        seen.AddAll(Sightings(passage.Head, asked).Select(sighting => sighting.Sign));
        var body = Sightings(passage.Body, asked);
        var stated = passage.HasQuotations ? Sightings(passage.Stated, asked) : body;
        var window = BestWindow(stated, seen.Copy());
        seen.AddAll(body.Select(sighting => sighting.Sign));
        return new PassageReading(passage.DocumentId, seen.Weight / asked.Total, window / asked.Total);
    }

    private static double BestWindow(List<Sighting> sightings, UnitTally tally)
    {
        var (best, first) = (tally.Weight, 0);
        foreach (var sighting in sightings)
        {
            tally.Add(sighting.Sign);
            while (sightings[first].Place < sighting.Place - WindowLetters)
                tally.Remove(sightings[first++].Sign);
            best = Math.Max(best, tally.Weight);
        }
        return best;
    }

    private static List<Sighting> Sightings(string folded, AskedUnits asked)
    {
        var found = new List<Sighting>();
        var place = 0;
        foreach (var lexeme in TextScanner.Scan(folded))
        {
            if (lexeme.Ideographic)
                ReadRun(lexeme.Text, place, asked, found);
            else if (asked.HasWords)
                foreach (var form in WordForms.Of(lexeme.Text))
                    Add(form, place, asked, found);
            place += lexeme.Text.Length;
        }
        return found;
    }

    private static void ReadRun(ReadOnlySpan<char> run, int place, AskedUnits asked, List<Sighting> found)
    {
        var before = 0;
        for (int at = 0, length; at < run.Length; before = at, at += length)
        {
            Rune.DecodeFromUtf16(run[at..], out _, out length);
            Add(run.Slice(at, length), place + at, asked, found);
            if (at > 0)
                Add(run[before..(at + length)], place + before, asked, found);
        }
    }

    private static void Add(ReadOnlySpan<char> term, int place, AskedUnits asked, List<Sighting> found)
    {
        foreach (var sign in asked.ShownBy(term))
            found.Add(new Sighting(place, sign));
    }

    /// <summary>A sign of a unit and where it stands, in letters from the beginning.</summary>
    private readonly record struct Sighting(int Place, Sign Sign);
}
