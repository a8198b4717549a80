using System.Globalization;
using System.Text.RegularExpressions;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Answers;

/// <summary>
/// Questions to ask next, made of the sections that stand beside the cited ones in the documents just read: the asker may read them,
/// there is an answer to each, and no model has to be asked.
/// </summary>
internal static partial class FollowUps
{
    private const int Most = 3;
    private const int LongestHeading = 24;

    public static Answer Add(Answer answer, Findings findings) => answer with { Suggestions = Of(answer, findings) };

    private static IReadOnlyList<string> Of(Answer answer, Findings findings)
    {
        var read = answer.References.Select(reference => reference.DocumentId).ToHashSet();
        var told = answer.References.SelectMany(reference => reference.Headings).Append(findings.Standalone).ToList();
        return
        [
            .. findings.Hits.Where(hit => read.Contains(hit.DocumentId)).SelectMany(Sections).Select(Clean)
                .Where(heading => IsTelling(heading) && !told.Any(known => known.Contains(heading, StringComparison.OrdinalIgnoreCase)))
                .Distinct(StringComparer.OrdinalIgnoreCase).Take(Most).Select(heading => Ask(heading, findings.Language)),
        ];
    }

    private static IEnumerable<string> Sections(Hit hit) =>
        hit.Neighbours.Select(neighbour => neighbour.Headings).Prepend(hit.Headings).Where(headings => headings.Count > 0).Select(headings => headings[^1]);

    private static string Clean(string heading) => Numbering().Replace(heading, string.Empty).Trim();

    private static bool IsTelling(string heading) =>
        heading.Length is > 1 and <= LongestHeading && heading.Any(char.IsLetter) && !heading.Any(character => "<>[]`*|\\\n".Contains(character, StringComparison.Ordinal));

    private static string Ask(string heading, Language language) => heading[^1] is '?' or '？'
        ? heading
        : string.Format(CultureInfo.InvariantCulture, AnswerTexts.TellMore.In(language), heading);

    [GeneratedRegex(@"^(?:第?[\d一二三四五六七八九十]+(?:[.．][\d]+)*[章节条]?[.．、:：)）\s]+)+")]
    private static partial Regex Numbering();
}
