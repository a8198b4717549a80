using System.Globalization;
using Spectre.Console;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Cli.Search;

/// <summary>Prints what a search found.</summary>
internal sealed class SearchReport(IAnsiConsole console, Language language)
{
    private const int ShownText = 160;

    public void Write(SearchResponse response)
    {
        if (response.Hits.Count == 0)
            console.WriteLine(SearchTexts.Nothing.In(language));
        foreach (var (index, hit) in response.Hits.Index())
            Write(index + 1, hit);
        console.WriteLine(SearchTexts.Confidence(response.Confidence, response.Band).In(language));
        if (response.Explain is { } explanation)
            new ExplanationReport(console, language).Write(explanation);
    }

    private void Write(int place, SearchHit hit)
    {
        var path = string.Join(" > ", [hit.Title, .. hit.Headings]);
        console.MarkupLineInterpolated($"{place}. [bold]{path}[/]  ({hit.DocumentId}, {hit.Score.ToString("0.00", CultureInfo.InvariantCulture)})");
        console.WriteLine($"   {OneLine(hit.Text)}");
        if (hit.Url is not null)
            console.WriteLine($"   {hit.Url}");
    }

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= ShownText ? line : line[..(char.IsHighSurrogate(line[ShownText - 1]) ? ShownText - 1 : ShownText)] + "…";
    }
}
