namespace Wenlu.Retrieval.Search;

/// <summary>Keeps one long document from filling a result.</summary>
internal static class Selection
{
    /// <summary>Passages of one document that may stand in a result while others are left to show.</summary>
    public const int MaxPerDocument = 3;

    /// <summary>The best <paramref name="count"/> hits; a document's fourth and later ones only fill what would stay empty.</summary>
    /// <param name="ranked">Best first; read only as far as needed.</param>
    /// <param name="count">At most so many are returned, best first.</param>
    public static IReadOnlyList<Hit> Choose(IEnumerable<Hit> ranked, int count)
    {
        var chosen = new List<Hit>(count);
        var surplus = new List<Hit>();
        var shown = new Dictionary<string, int>();
        foreach (var hit in ranked)
        {
            shown[hit.DocumentId] = shown.GetValueOrDefault(hit.DocumentId) + 1;
            (shown[hit.DocumentId] <= MaxPerDocument ? chosen : surplus).Add(hit);
            if (chosen.Count == count)
                break;
        }
        chosen.AddRange(surplus.Take(count - chosen.Count));
        return [.. chosen.OrderByDescending(hit => hit.Score)];
    }
}
