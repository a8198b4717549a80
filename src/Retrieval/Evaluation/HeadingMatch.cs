using Wenlu.Retrieval.Analysis;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Evaluation;

/// <summary>Whether a passage stands in the section that a judgement names. A passage of a subsection stands in its section too.</summary>
internal static class HeadingMatch
{
    public static bool Holds(Judgement judgement, Hit hit) =>
        judgement.DocumentId == hit.DocumentId
        && (judgement.Heading is null || NamesOf(hit.Title, hit.Headings).Contains(Normalize(judgement.Heading)));

    /// <summary>Every way to name a place: each heading above it, and each run of them from outer to inner, normalised.</summary>
    public static IEnumerable<string> NamesOf(string title, IReadOnlyList<string> headings)
    {
        string[] path = [Normalize(title), .. headings.Select(Normalize)];
        for (var from = 0; from < path.Length; from++)
            for (var to = from + 1; to <= path.Length; to++)
                yield return string.Join('>', path[from..to]);
    }

    /// <summary>Script, width, letter case, spaces and Markdown's marks of code and emphasis make no difference.</summary>
    public static string Normalize(string heading) => string.Concat(
        TextNormalizer.Fold(heading.TrimStart('#', ' ')).ToLowerInvariant().Where(character => !char.IsWhiteSpace(character) && character is not ('`' or '*')));
}
