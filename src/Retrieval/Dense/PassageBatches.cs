namespace Wenlu.Retrieval.Dense;

/// <summary>Cuts a list of texts into requests that a service accepts.</summary>
internal static class PassageBatches
{
    /// <summary>Every text once and in order; a text that is longer than a whole batch may be goes alone.</summary>
    public static IEnumerable<MissingText[]> Cut(IEnumerable<MissingText> texts, int size, int characters)
    {
        var (batch, length) = (new List<MissingText>(), 0);
        foreach (var text in texts)
        {
            if (batch.Count == size || batch.Count > 0 && length + text.Text.Length > characters)
            {
                yield return [.. batch];
                batch.Clear();
                length = 0;
            }
            batch.Add(text);
            length += text.Text.Length;
        }
        if (batch.Count > 0)
            yield return [.. batch];
    }
}
