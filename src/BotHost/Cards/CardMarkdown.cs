using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Cards;

/// <summary>An answer's Markdown as a card can show it: citations as badges that open the source, and not too many tables.</summary>
internal static partial class CardMarkdown
{
    /// <summary>The platform refuses a card with more; what stands in a code block is not counted.</summary>
    private const int MaxTables = 3;

    public static string Of(string markdown, IReadOnlyList<Reference> references) =>
        LimitTables(CodeOrCitation().Replace(markdown, match => Badge(match, references)));

    private static string Badge(Match match, IReadOnlyList<Reference> references)
    {
        var reference = match.Groups["number"].Success
            ? references.FirstOrDefault(reference => reference.Number == int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
        return reference is not null && CardText.IsLink(reference.Url)
            ? $"<number_tag background_color='grey' font_color='white' url='{CardText.Target(reference.Url!)}'>{reference.Number}</number_tag>"
            : match.Value;
    }

    private static string LimitTables(string markdown)
    {
        var result = new StringBuilder(markdown.Length);
        var (tables, inCode, inTable, fenced) = (0, false, false, false);
        foreach (var line in markdown.Split('\n'))
        {
            inCode ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            var isRow = !inCode && line.TrimStart().StartsWith('|');
            if (isRow && !inTable && ++tables > MaxTables)
            {
                fenced = Fence(result);
            }
            else if (!isRow && fenced)
            {
                fenced = !Fence(result);
            }

            inTable = isRow;
            result.Append(line).Append('\n');
        }

        if (fenced)
        {
            Fence(result);
        }

        return result.ToString().TrimEnd('\n');
    }

    private static bool Fence(StringBuilder result)
    {
        result.Append("```\n");
        return true;
    }

    /// <summary>Code first, so that an index in it is no citation.</summary>
    [GeneratedRegex(@"```[\s\S]*?(?:```|\z)|`[^`\n]*`|\[(?<number>[0-9]{1,2})\](?!\()")]
    private static partial Regex CodeOrCitation();
}
