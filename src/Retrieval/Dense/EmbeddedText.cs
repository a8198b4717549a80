using Wenlu.Retrieval.Indexing;

namespace Wenlu.Retrieval.Dense;

/// <summary>The words that a passage's vector stands for: where it is and what it says.</summary>
internal static class EmbeddedText
{
    /// <summary>In characters. A passage has at most 800 and a few headings; what is longer is a heading that is none.</summary>
    public const int MaxLength = 1500;

    public static ContentHash HashOf(string title, IEnumerable<string> headings, string markdown) =>
        ContentHash.Of(Of(title, headings, markdown));

    public static string Of(string title, IEnumerable<string> headings, string markdown)
    {
        var place = string.Join(" > ", headings.Prepend(title).Where(part => part.Length > 0));
        var text = $"{place}\n{MarkdownText.Readable(markdown)}".Trim();
        return text.Length <= MaxLength ? text : text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }
}
