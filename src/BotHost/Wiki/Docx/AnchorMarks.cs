using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>
/// Names the blocks that passages without a heading of their own open at: the first one of the document, and one now and then in
/// a long section. Which ones depends on the ids alone, so an edit moves only the marks right after it.
/// </summary>
internal sealed partial class AnchorMarks
{
    // Two passages or so: closer marks would cut the passages themselves.
    private const int Apart = 1_600;
    private const int OneIn = 4;

    private int since = int.MaxValue;

    /// <summary>The trailing <c>{#id}</c> of a heading; nothing for an id that would not survive there.</summary>
    public static string OfHeading(string id) => Id().IsMatch(id) ? $" {{#{id}}}" : "";

    /// <summary>The line to stand before a block: a definition, which shows nothing and which the chunker takes for the anchor.</summary>
    public string? Before(string id, BlockShape shape)
    {
        var isDue = since == int.MaxValue || since >= Apart && shape == BlockShape.Paragraph && id.Sum(character => character) % OneIn == 0;
        if (shape == BlockShape.Heading || isDue)
            since = 0;
        return isDue && shape != BlockShape.Heading && Id().IsMatch(id) ? $"[#{id}]: #{id}" : null;
    }

    public void Pass(int characters) => since = since == int.MaxValue ? characters : since + characters;

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,100}$")]
    private static partial Regex Id();
}
