using System.Text.RegularExpressions;

namespace Wenlu.Retrieval.Indexing;

/// <summary>The part of Markdown source that a reader sees, as far as searching cares.</summary>
internal static partial class MarkdownText
{
    /// <summary>Drops link targets, whose path names would count as words of the passage; everything else stays.</summary>
    public static string Readable(string markdown) => LinkTarget().Replace(markdown, "]");

    [GeneratedRegex(@"\]\([^()\s]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex LinkTarget();
}
