namespace Wenlu.Retrieval.Chunking;

/// <summary>The text of neighbouring chunks as it was before it was cut.</summary>
public static class ChunkText
{
    private const string Gap = "\n\n";

    /// <summary>Joins chunks of one section in their order, without repeating the header of a table or opening a cut fence again.</summary>
    /// <param name="texts">Texts of chunks, first one first.</param>
    public static string Join(IEnumerable<string> texts) => texts.Aggregate("", Join);

    private static string Join(string before, string next)
    {
        if (before.Length == 0)
            return next;
        if (MarkdownTable.HeaderOf(next) is { } header && LastBlockOf(before).StartsWith(header, StringComparison.Ordinal))
            return $"{before}\n{next[header.Length..].TrimStart('\n')}";
        return ContinuedFence(before, next) ?? $"{before}{Gap}{next}";
    }

    private static ReadOnlySpan<char> LastBlockOf(string text) =>
        text.AsSpan(text.LastIndexOf(Gap, StringComparison.Ordinal) is >= 0 and var gap ? gap + Gap.Length : 0);

    private static string? ContinuedFence(string before, string next)
    {
        var end = next.IndexOf('\n');
        var opening = end < 0 ? "" : next[..end];
        var fence = MarkdownCode.FenceOf(opening);
        var start = fence.Length == 0 ? -1 : before.LastIndexOf($"{opening}\n", StringComparison.Ordinal);
        // Only what is the same block to its last line was cut in two: nothing but code between its opening and its end.
        var isCut = start >= 0 && before.EndsWith($"\n{fence}", StringComparison.Ordinal)
            && before.IndexOf($"\n{fence}", start, StringComparison.Ordinal) == before.Length - fence.Length - 1;
        return isCut ? $"{before[..^(fence.Length + 1)]}{next[end..]}" : null;
    }
}
