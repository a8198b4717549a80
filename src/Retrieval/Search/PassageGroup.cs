namespace Wenlu.Retrieval.Search;

/// <summary>Hits that say the same, shown as one.</summary>
internal sealed class PassageGroup(ComparableHit first)
{
    private readonly List<ComparableHit> members = [first];

    /// <summary>Takes a further hit, worse than all so far, if it says what one of them says.</summary>
    public bool Take(ComparableHit hit)
    {
        var same = members.Exists(hit.IsSameAs);
        if (same)
            members.Add(hit);
        return same;
    }

    /// <summary>The newest version in the place of the best one; the other documents behind it.</summary>
    public Hit AsHit()
    {
        var best = members[0];
        var newest = Shown(members.Where(member => member == best || member.IsVersionOf(best)).Select(member => member.Hit));
        return members.Count == 1 ? newest : newest with { Score = best.Hit.Score, Duplicates = [.. SourcesBut(newest)] };
    }

    // Equal ones lie in the index as they came: what is shown must not depend on it.
    private static Hit Shown(IEnumerable<Hit> versions) => versions
        .OrderByDescending(hit => hit.UpdatedAt).ThenByDescending(hit => hit.Score)
        .ThenBy(hit => hit.DocumentId, StringComparer.Ordinal).ThenBy(hit => hit.ChunkNumber)
        .First();

    private IEnumerable<HitSource> SourcesBut(Hit shown) => members.Select(member => member.Hit)
        .Where(hit => hit.DocumentId != shown.DocumentId)
        .DistinctBy(hit => hit.DocumentId)
        .OrderByDescending(hit => hit.UpdatedAt).ThenBy(hit => hit.DocumentId, StringComparer.Ordinal)
        .Select(hit => new HitSource(hit.DocumentId, hit.Title, hit.Url, hit.Anchor, hit.UpdatedAt));
}
