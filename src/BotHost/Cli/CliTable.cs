using Spectre.Console;

namespace Wenlu.BotHost.Cli;

/// <summary>A table with frames for people, and as columns of plain text where it goes into a file or another program.</summary>
internal static class CliTable
{
    public static Table Create(IAnsiConsole console, IEnumerable<string> columns)
    {
        var table = new Table().Border(console.Profile.Out.IsTerminal ? TableBorder.Rounded : TableBorder.None);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(Markup.Escape(column)));
        return table;
    }
}
