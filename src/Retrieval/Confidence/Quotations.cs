using System.Text.RegularExpressions;

namespace Wenlu.Retrieval.Confidence;

/// <summary>
/// Sentences in quotation marks. A page about splitting sentences that gives “今天天气很好” as an example says nothing about the weather.
/// </summary>
internal static partial class Quotations
{
    /// <summary>The text with every quoted sentence blanked out, of the same length; quoted words and labels stay, they may be what the page is about.</summary>
    public static string Blank(string folded) => Quoted().Replace(folded, quotation => new string(' ', quotation.Length));

    // Six characters are more than a label on a button; more than a line is no example.
    [GeneratedRegex("“[^“”\n]{6,80}”|「[^「」\n]{6,80}」|『[^『』\n]{6,80}』|\"[^\"\n]{6,80}\"")]
    private static partial Regex Quoted();
}
