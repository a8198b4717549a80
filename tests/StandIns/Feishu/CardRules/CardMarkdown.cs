using System.Text.RegularExpressions;

namespace Wenlu.StandIns.Feishu;

/// <summary>The Markdown of a card: which images, links, tags and tables the platform takes. Code is literal and skipped.</summary>
internal static partial class CardMarkdown
{
    private static readonly HashSet<string> AllowedTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "hr", "at", "a", "person", "text_tag", "link", "font", "number_tag", "local_datetime", "raw", "audio",
    };

    public static void Check(CardWalk walk, string markdown, string path)
    {
        var text = Code().Replace(markdown, " ");
        CheckImages(walk, text, path);
        CheckLinks(walk, text, path);
        CheckTags(walk, text, path);
        CheckTables(walk, text, path);
    }

    private static void CheckImages(CardWalk walk, string text, string path)
    {
        foreach (var target in Image().Matches(text).Select(match => match.Groups["target"].Value))
            if (target.Contains(':', StringComparison.Ordinal) || target.Contains('/', StringComparison.Ordinal))
                walk.Report(CardProblemKind.ImageAddress, path, $"'{target}' is not an uploaded image");
    }

    private static void CheckLinks(CardWalk walk, string text, string path)
    {
        var targets = Link().Matches(text).Select(match => match.Groups["target"].Value)
            .Concat(TagAddress().Matches(text).Select(match => match.Groups["target"].Value).Where(target => target.Length > 0));
        foreach (var target in targets.Where(target => !Checks.IsWebAddress(target)))
            walk.Report(CardProblemKind.BadLink, path, $"'{target}'");
    }

    private static void CheckTags(CardWalk walk, string text, string path)
    {
        foreach (Match tag in Tag().Matches(text))
        {
            var name = tag.Groups["name"].Value;
            if (!AllowedTags.Contains(name)) walk.Report(CardProblemKind.Html, path, $"'{tag.Value}'");
            if (name == "number_tag" && tag.Value[1] != '/' && !Badge().IsMatch(text, tag.Index))
                walk.Report(CardProblemKind.WrongValue, path, "a number_tag holds 0 to 99");
            if (name.Equals("at", StringComparison.OrdinalIgnoreCase) && !tag.Value.StartsWith("</", StringComparison.Ordinal))
                walk.CountMention(tag.Value);
        }
    }

    private static void CheckTables(CardWalk walk, string text, string path)
    {
        var count = TableRule().Count(text);
        walk.Tables += count;
        if (count > CardValidator.MaxTablesInOneText) walk.Report(CardProblemKind.TooManyTables, path, $"{count} tables in one text");
    }

    [GeneratedRegex(@"^[ ]{0,3}(?<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ ]{0,3}\k<fence>[`~]*[ \t]*$|\z)|(?<!`)(?<ticks>`+)(?!`)[^\n]*?(?<!`)\k<ticks>(?!`)",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"!\[[^\]]*\]\(\s*(?<target>[^)\s]*)[^)]*\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"(?<!!)\[[^\]\n]*\]\(\s*<?(?<target>[^)\s>]*)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"<(?:link|a|number_tag)\b[^>]*?\s(?:url|href|pc_url|ios_url|android_url)\s*=\s*['""]?(?<target>[^'""\s>]*)", RegexOptions.IgnoreCase)]
    private static partial Regex TagAddress();

    [GeneratedRegex(@"</?(?<name>[A-Za-z][A-Za-z0-9_-]*)(?=[\s/>])[^>]*>?")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G<number_tag[^>]*>[0-9]{1,2}</number_tag>")]
    private static partial Regex Badge();

    [GeneratedRegex(@"(?<=^[^\n]*\|[^\n]*\n)[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex TableRule();
}
