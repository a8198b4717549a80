using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Cards.Markup;

/// <summary>
/// Writes blocks in the one form that every client reads alike: fences and code at the start of a line and closed, lists indented by
/// four, no more tables than a card may have, nothing indented that would become code.
/// </summary>
internal static partial class BlockWriter
{
    /// <param name="maxTables">The tables after these become lists.</param>
    /// <param name="isGrowing">More is to come, so code at the end stays open.</param>
    public static string Write(IReadOnlyList<Block> blocks, int maxTables, bool isGrowing = false)
    {
        var (lines, tables) = (new LineWriter(), 0);
        return string.Join("\n\n", blocks.Select(Write).Where(text => text.Length > 0));

        string Write(Block block) => block switch
        {
            Block.Code code => Code(code, isGrowing && code.IsOpen),
            Block.Table table when ++tables <= maxTables => Table(table),
            Block.Table table => string.Join('\n', TableList.Of(table)),
            Block.Text text => lines.Write(text.Lines),
            _ => string.Empty,
        };
    }

    /// <summary>One that nothing in the code can end.</summary>
    public static string Fence(IEnumerable<string> code) =>
        new('`', Math.Max(3, code.Select(line => Ticks().Matches(line).Select(run => run.Length).DefaultIfEmpty().Max()).DefaultIfEmpty().Max() + 1));

    private static string Code(Block.Code code, bool isOpen)
    {
        var fence = Fence(code.Lines);
        return string.Join('\n', [$"{fence}{code.Language}", .. code.Lines, .. isOpen ? Array.Empty<string>() : [fence]]);
    }

    private static string Table(Block.Table table) =>
        string.Join('\n', [table.Rows[0], $"|{string.Concat(Enumerable.Repeat(" --- |", TableList.Cells(table.Rows[0]).Count))}", .. table.Rows.Skip(1)]);

    [GeneratedRegex("`{3,}")]
    private static partial Regex Ticks();
}
