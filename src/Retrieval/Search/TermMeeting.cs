using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Search;

/// <summary>
/// How much of a question meets within a few words of a passage, beyond being somewhere in it: an answer is a sentence, and a
/// passage that speaks of everything asked in different places often answers something else (fixed windows: Callan 1994;
/// Kaszkiel and Zobel 2001). What the document's title says holds for every sentence of it.
/// </summary>
internal sealed class TermMeeting
{
    // A sentence or two of Chinese; measured, see this project's README.
    private const int Width = 30;

    // A pair says again what its characters say.
    private const double PairShare = 0.5;

    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numberOf;
    private readonly SlidingWindow window;

    // Most characters of a passage are none of the question's: a bit for each of 64 classes says so without a look-up.
    private readonly ulong classes;

    /// <summary>Prepares for a question's content.</summary>
    /// <param name="lexemes">The question.</param>
    /// <param name="characters">The weight of a character or word.</param>
    /// <param name="pairs">The weight of a pair or word.</param>
    public TermMeeting(IEnumerable<Lexeme> lexemes, Func<string, double> characters, Func<string, double> pairs)
    {
        var weights = new List<double>();
        foreach (var (term, weight) in lexemes.SelectMany(lexeme => TermsOf(lexeme, characters, pairs)))
            if (numbers.TryAdd(term, weights.Count))
                weights.Add(weight);
        numberOf = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        window = new SlidingWindow([.. weights], Width);
        classes = numbers.Keys.Aggregate(0UL, (bits, term) => bits | ClassOf(term[0]));
    }

    /// <summary>The greatest weight that meets; comparable with BM25 scores over the same weights.</summary>
    /// <param name="sequence">From <see cref="TermSequence"/>.</param>
    public double In(ReadOnlySpan<char> sequence)
    {
        window.Clear();
        var title = sequence[..Math.Max(0, sequence.IndexOf(TermSequence.EndOfTitle))];
        Read(title, (term, _) => window.Hold(term));
        Read(sequence[title.Length..], window.Meet);
        return window.Greatest;
    }

    private static IEnumerable<(string Term, double Weight)> TermsOf(Lexeme lexeme, Func<string, double> characters, Func<string, double> pairs)
    {
        if (!lexeme.Ideographic)
            return [(TermSequence.TermOf(lexeme.Text), Both(TermSequence.TermOf(lexeme.Text)))];
        return [.. TextAnalyzer.Characters(lexeme.Text).Select(term => (term, characters(term))),
                .. TextAnalyzer.Pairs(lexeme.Text).Select(term => (term, PairShare * pairs(term)))];

        double Both(string term) => characters(term) + PairShare * pairs(term);
    }

    private void Read(ReadOnlySpan<char> sequence, Action<int, int> found)
    {
        var position = 0;
        for (var at = 0; at < sequence.Length;)
        {
            var rest = sequence[(at + 1)..];
            var length = rest.IndexOfAny(TermSequence.Run, TermSequence.Word) is var end and >= 0 ? end : rest.Length;
            if (sequence[at] == TermSequence.Word)
                Look(rest[..length], position++, found);
            else
                position = ReadRun(rest[..length], position, found);
            at += 1 + length;
        }
    }

    private int ReadRun(ReadOnlySpan<char> run, int position, Action<int, int> found)
    {
        var before = 0;
        for (var at = 0; at < run.Length; position++)
        {
            var length = char.IsHighSurrogate(run[at]) && at + 1 < run.Length ? 2 : 1;
            if (Look(run.Slice(at, length), position, found) && before > 0)
                Look(run.Slice(at - before, before + length), position, found);
            (before, at) = (length, at + length);
        }
        return position;
    }

    private bool Look(ReadOnlySpan<char> term, int position, Action<int, int> found)
    {
        if (term.IsEmpty || (classes & ClassOf(term[0])) == 0 || !numberOf.TryGetValue(term, out var number))
            return false;
        found(number, position);
        return true;
    }

    private static ulong ClassOf(char character) => 1UL << (character & 63);
}
