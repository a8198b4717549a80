using System.Text.RegularExpressions;

namespace Wenlu.Retrieval.Chunking;

/// <summary>Settings at the head of a file, between lines of three dashes: facts about the text, and none of it.</summary>
internal static partial class FrontMatter
{
    private const string Mark = "---";
    private const int MaxLines = 200;

    /// <summary>How many characters it takes, with its last line; 0 when there is none. Between two rules may also stand text: all lines must look like YAML.</summary>
    /// <param name="source">With <c>\n</c> as line ends.</param>
    public static int LengthIn(string source)
    {
        if (!source.StartsWith($"{Mark}\n", StringComparison.Ordinal))
            return 0;
        var at = Mark.Length + 1;
        foreach (var line in source[at..].Split('\n', MaxLines).SkipLast(1))
        {
            at += line.Length + 1;
            if (line.TrimEnd() == Mark)
                return at > 2 * (Mark.Length + 1) ? at : 0;
            if (!Setting().IsMatch(line))
                return 0;
        }
        return 0;
    }

    [GeneratedRegex(@"^(?:[A-Za-z_][\w.-]*\s*:(?:\s.*)?|\s.*|- .*|#.*|)$")]
    private static partial Regex Setting();
}
