namespace Wenlu.BotHost.Answers.Markup;

/// <summary>Renumbers the passages by their first appearance. A number that was not shown to whoever wrote does not exist.</summary>
internal sealed class CitationLedger(Predicate<int> isShown)
{
    /// <param name="shown">All numbers from 1 to this.</param>
    public CitationLedger(int shown)
        : this(passage => passage >= 1 && passage <= shown)
    {
    }

    private readonly List<int> cited = [];

    /// <summary>The passages cited so far, as they were shown to the model; their place here, from 1, is their new number.</summary>
    public IReadOnlyList<int> Cited => cited;

    /// <summary>The markers for these passages, or nothing when none of them was shown.</summary>
    public string Cite(IEnumerable<int> passages) =>
        string.Concat(passages.Where(passage => isShown(passage)).Distinct().Select(passage => $"[{NumberOf(passage)}]"));

    private int NumberOf(int passage)
    {
        if (!cited.Contains(passage))
            cited.Add(passage);
        return cited.IndexOf(passage) + 1;
    }
}
