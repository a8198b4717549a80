namespace Wenlu.Retrieval.Chunking;

/// <summary>Fenced code, as the lines it was written in.</summary>
internal static class MarkdownCode
{
    private const int MinFence = 3;

    /// <summary>The backticks or tildes that a line opens a fence with; empty when it opens none.</summary>
    public static string FenceOf(string opening)
    {
        var start = opening.TrimStart();
        var length = start.Length == 0 || start[0] is not ('`' or '~') ? 0 : start.Length - start.TrimStart(start[0]).Length;
        return length < MinFence ? "" : start[..length];
    }

    /// <summary>Whether the last line closes what the first one opens.</summary>
    public static bool IsClosed(string[] lines) => lines.Length > 1 && Closes(lines[^1], FenceOf(lines[0]));

    /// <summary>Whether a line closes a fence.</summary>
    /// <param name="line">A line after the one that opens it.</param>
    /// <param name="fence">From <see cref="FenceOf"/>, not empty.</param>
    public static bool Closes(string line, string fence)
    {
        var mark = line.AsSpan().Trim();
        return mark.StartsWith(fence) && mark.Trim(fence[0]).IsEmpty;
    }
}
