namespace Wenlu.Retrieval.Search;

/// <summary>Keeps one long document, and one fact that stands in many, from filling a result.</summary>
internal static class Selection
{
    /// <summary>Passages of one document that may stand in a result while others are left to show.</summary>
    public const int MaxPerDocument = 3;

    // Copies score alike: below, hardly any is left to be found.
    private const int Compared = 30;

    /// <summary>
    /// The best <paramref name="count"/> hits. Those that say the same are one, the newest, with the others as its duplicates;
    /// a document's fourth and later hits only fill what would stay empty.
    /// </summary>
    /// <param name="ranked">Best first, only what the asker may read; read only as far as needed.</param>
    /// <param name="count">At most so many are returned, best first.</param>
    public static IReadOnlyList<Hit> Choose(IEnumerable<Hit> ranked, int count)
    {
        var (chosen, surplus) = (new List<PassageGroup>(count), new List<PassageGroup>());
        var shown = new Dictionary<string, int>();
        foreach (var (rank, hit) in ranked.Index())
        {
            if (chosen.Count == count && rank >= Compared)
                break;
            var comparable = new ComparableHit(hit);
            if (chosen.Exists(group => group.Take(comparable)) || surplus.Exists(group => group.Take(comparable)) || chosen.Count == count)
                continue;
            shown[hit.DocumentId] = shown.GetValueOrDefault(hit.DocumentId) + 1;
            (shown[hit.DocumentId] <= MaxPerDocument ? chosen : surplus).Add(new PassageGroup(comparable));
        }
        chosen.AddRange(surplus.Take(count - chosen.Count));
        return [.. chosen.Select(group => group.AsHit()).OrderByDescending(hit => hit.Score)];
    }
}
