using Wenlu.Retrieval.Chunking;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Answers;

/// <summary>Fills the room that the best passages leave in a prompt with what stands around them in their sections.</summary>
internal static class PassageContext
{
    /// <summary>How far from a passage its context reaches, in passages to each side.</summary>
    public const int Reach = 2;

    /// <summary>
    /// The passages as a model reads them: the best one extended first, by neighbours of its own section that are not shown
    /// already, nearest first. A passage stays one passage: its number and what is shown to people do not change.
    /// </summary>
    /// <param name="shown">The first of the hits, as references.</param>
    /// <param name="hits">Best first, with their neighbours.</param>
    /// <param name="count">Counts a text's tokens.</param>
    /// <param name="budget">For all texts together.</param>
    public static IReadOnlyList<Reference> Extend(
        IReadOnlyList<Reference> shown, IEnumerable<Hit> hits, Func<string, int> count, int budget = Passages.Tokens)
    {
        var left = budget - shown.Sum(passage => count(passage.Text));
        var chosen = Passages.Distinct(hits).Take(shown.Count).ToArray();
        var taken = chosen.Select(hit => (hit.DocumentId, hit.ChunkNumber)).ToHashSet();
        return [.. shown.Zip(chosen, (passage, hit) =>
        {
            var context = Around(hit).Where(chunk => !taken.Contains((hit.DocumentId, chunk.Number))).ToList();
            var parts = Grow(hit, context, text => count(text) is var tokens && tokens <= left && (left -= tokens) >= 0);
            taken.UnionWith(parts.Keys.Select(number => (hit.DocumentId, number)));
            return parts.Count == 1 ? passage : passage with { Text = ChunkText.Join(parts.Values) };
        })];
    }

    private static IEnumerable<Chunk> Around(Hit hit) => hit.Neighbours
        .Where(chunk => chunk.Anchor == hit.Anchor && chunk.Headings.SequenceEqual(hit.Headings))
        .OrderBy(chunk => Math.Abs(chunk.Number - hit.ChunkNumber)).ThenByDescending(chunk => chunk.Number);

    // Only what touches is taken: over a gap, two sentences would seem to follow each other.
    private static SortedDictionary<int, string> Grow(Hit hit, List<Chunk> context, Func<string, bool> fits)
    {
        var parts = new SortedDictionary<int, string> { [hit.ChunkNumber] = hit.Text };
        foreach (var chunk in context)
            if ((parts.ContainsKey(chunk.Number - 1) || parts.ContainsKey(chunk.Number + 1)) && fits(chunk.Text))
                parts.Add(chunk.Number, chunk.Text);
        return parts;
    }
}
