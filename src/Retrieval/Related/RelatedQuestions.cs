using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Related;

/// <summary>Of the questions that a search found, those that are worth showing beside the answer to another.</summary>
public static class RelatedQuestions
{
    // Of the best ten questions found for others (two sets of encyclopedia questions), one in sixty below this was about the same
    // paragraph, one in four above.
    private const double LeastShared = 0.25;

    /// <summary>
    /// Leaves out the question itself in any wording and those that share hardly anything with it, shows one of several wordings
    /// (the newest, at the place of the best), and puts first what search and wording both put first.
    /// </summary>
    /// <param name="asked">The question as it was searched for, then other texts of it, for example as it was typed; not empty.</param>
    /// <param name="found">Hits whose titles are questions; several of one document count as the best of them.</param>
    /// <param name="count">How many to return at most.</param>
    /// <param name="glossary">By what other names things go; <see cref="Glossary.Empty"/> when there is none.</param>
    /// <exception cref="ArgumentException">Nothing was asked.</exception>
    public static IReadOnlyList<Hit> Choose(IReadOnlyList<string> asked, IEnumerable<Hit> found, int count, Glossary glossary)
    {
        ArgumentOutOfRangeException.ThrowIfZero(asked.Count);
        var forms = asked.Select(text => QuestionForm.Of(text, glossary)).ToList();
        var others = found.OrderByDescending(hit => hit.Score).DistinctBy(hit => hit.DocumentId)
            .Select(hit => Candidate.Of(hit, QuestionForm.Of(hit.Title, glossary), forms[0]))
            .Where(candidate => candidate.Shared >= LeastShared && !forms.Exists(candidate.IsSame))
            .OrderByDescending(candidate => candidate.Rank);
        return [.. Merge(others).Take(count).Select(candidate => candidate.Hit)];
    }

    private static List<Candidate> Merge(IEnumerable<Candidate> ranked)
    {
        var merged = new List<Candidate>();
        foreach (var candidate in ranked)
        {
            if (merged.FindIndex(kept => kept.IsSame(candidate.Form)) is not (>= 0 and var place))
                merged.Add(candidate);
            else if (candidate.Hit.UpdatedAt > merged[place].Hit.UpdatedAt)
                merged[place] = candidate;
        }
        return merged;
    }

    private sealed record Candidate(Hit Hit, QuestionForm Form, double Shared)
    {
        // The score also counts the words of its answer. The root was the best compromise of three powers on questions about one paragraph.
        public double Rank => Hit.Score * Math.Sqrt(Shared);

        public static Candidate Of(Hit hit, QuestionForm form, QuestionForm asked) => new(hit, form, QuestionDifferences.Between(asked, form).Shared);

        public bool IsSame(QuestionForm other) => QuestionLikeness.Of(Form, other) >= QuestionLikeness.Same;
    }
}
