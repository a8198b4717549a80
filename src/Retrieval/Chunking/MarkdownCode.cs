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
    public static bool IsClosed(string[] lines)
    {
        var fence = FenceOf(lines[0]);
        var last = lines[^1].Trim();
        return lines.Length > 1 && last.StartsWith(fence, StringComparison.Ordinal) && last.Trim(fence[0]).Length == 0;
    }
}
