using System.Globalization;
using Spectre.Console;
using Wenlu.BotHost.Gaps;

namespace Wenlu.BotHost.Cli.Gaps;

/// <summary>Prints the questions that wait for an answer, and the official answers that somebody should check.</summary>
internal sealed class GapsReport(IAnsiConsole console, Language language)
{
    private const int Longest = 80;

    public void Write(GapList list)
    {
        if (list.Gaps.Count == 0)
            console.WriteLine(GapTexts.Nothing.In(language));
        else
            console.Write(TableOf(list.Gaps));
        if (list.Total > list.Gaps.Count)
            console.WriteLine(GapsTexts.More(list.Total - list.Gaps.Count).In(language));
        if (list.Outdated.Count > 0)
            console.WriteLine(string.Format(CultureInfo.InvariantCulture, GapTexts.Outdated.In(language), list.Outdated.Count));
        foreach (var answer in list.Outdated)
            console.WriteLine($"- {answer.Question} ({answer.Id})");
    }

    private Table TableOf(IEnumerable<GapView> gaps)
    {
        var table = CliTable.Create(console, new[] { GapsTexts.Id, GapsTexts.Times, GapsTexts.Question, GapsTexts.Kinds, GapsTexts.Last, GapsTexts.Nearest }.Select(column => column.In(language)));
        foreach (var gap in gaps)
            table.AddRow([.. Cells(gap).Select(Markup.Escape)]);
        return table;
    }

    private IEnumerable<string> Cells(GapView gap) =>
    [
        gap.Id,
        gap.Count.ToString(CultureInfo.InvariantCulture),
        Short(gap.Question),
        string.Join(", ", Kinds(gap.Kinds)),
        gap.LastAsked.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Short(string.Join(" · ", gap.Nearest.Select(document => document.Title))),
    ];

    private IEnumerable<string> Kinds(GapKinds kinds) =>
        from kind in new[] { (kinds.NotFound, GapTexts.NotFound), (kinds.Unsure, GapTexts.Unsure), (kinds.Disliked, GapTexts.Disliked) }
        where kind.Item1 > 0
        select string.Format(CultureInfo.InvariantCulture, kind.Item2.In(language), kind.Item1);

    private static string Short(string text) => text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
}
