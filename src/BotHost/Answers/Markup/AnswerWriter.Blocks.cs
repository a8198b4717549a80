namespace Wenlu.BotHost.Answers.Markup;

/// <content>What decides at the start of a line, and lines of code.</content>
internal sealed partial class AnswerWriter
{
    private const int LongestFenceInfo = 100;
    private const int LongestRun = 200;

    /// <summary>Indentation, quotes, list markers and the fences of code blocks; No means that ordinary text begins.</summary>
    private Reading LineStart()
    {
        switch (Rest[0])
        {
            case ' ' or '\t':
                block.Indent(Rest[0]);
                return Emit(1);
            case '>':
                block.Quote();
                return Emit(1);
            case '`' or '~':
                return FenceStart();
            case '-' or '*' or '+' or (>= '0' and <= '9'):
                return ItemStart();
            default:
                return Reading.No;
        }
    }

    private Reading Emit(int length)
    {
        output.Text(Rest[..length]);
        at += length;
        return Reading.Yes;
    }

    private Reading ItemStart()
    {
        var width = ListMarker.WidthOf(Rest);
        if (width > 0 && Rest.Length < width + 2 && !final)
            return Reading.NotYet;
        if (!IsMarker(width))
            return Reading.No;
        block.ListMarker(width + 1, ordered: width > 1);
        return Emit(width + 1);
    }

    // With nothing after it, a dash underlines a heading.
    private bool IsMarker(int width) =>
        width > 0 && Rest.Length > width + 1 && Rest[width] is (' ' or '\t') && Rest[width + 1] != '\n' && block.CanStartItem(Rest[..width]);

    private Reading FenceStart()
    {
        var run = CodeRun.LengthOf(Rest);
        if (run == Rest.Length && !final)
            return Reading.NotYet;
        if (run < 3 || block.InQuote || !block.CanOpenBlock())
            return Reading.No;
        var line = Rest[run..];
        var end = line.IndexOf('\n');
        if (end < 0 && !final && IsFenceInfo(line))
            return Reading.NotYet;
        return IsFenceInfo(end < 0 ? line : line[..end]) ? OpenFence(run) : Reading.No;
    }

    private bool IsFenceInfo(ReadOnlySpan<char> info) => info.Length <= LongestFenceInfo && !(Rest[0] == '`' && info.Contains('`'));

    private Reading OpenFence(int run)
    {
        block.OpenFence(Rest[..run].ToString());
        output.Code(Rest[..run]);
        at += run;
        return Reading.Yes;
    }

    private bool CodeLine()
    {
        if (block.AtLineStart)
            return CodeLineStart();
        var end = Rest.IndexOf('\n');
        output.Code(end < 0 ? Rest : Rest[..(end + 1)]);
        at += end < 0 ? Rest.Length : end + 1;
        if (end >= 0)
            block.NewLine();
        return true;
    }

    // The first characters of a line tell whether it is still code.
    private bool CodeLineStart()
    {
        var end = Rest.IndexOf('\n');
        var line = end < 0 ? Rest : Rest[..end];
        var indent = line.Length - line.TrimStart(" \t").Length;
        if (indent == line.Length)
            return end >= 0 ? CodeText(end + 1) : final || line.Length > LongestRun ? CodeText(line.Length) : false;
        if (block.LeavesFence(indent))
            return LeaveFence();
        if (end < 0 && !final && line.Length < LongestRun && CouldClose(line))
            return false;
        return block.ClosesFence(line, indent) ? EndFence(line.Length) : CodeText(0);
    }

    private bool CouldClose(ReadOnlySpan<char> line) => line.Trim(" \t").TrimStart(block.Fence[0]).IsEmpty;

    private bool CodeText(int length)
    {
        output.Code(Rest[..length]);
        at += length;
        if (length > 0 && pending[at - 1] == '\n')
            block.NewLine();
        else
            block.Code();
        return true;
    }

    private bool LeaveFence()
    {
        block.CloseFence();
        return true;
    }

    private bool EndFence(int length)
    {
        output.Code(Rest[..length]);
        at += length;
        block.CloseFence();
        block.Code();
        return true;
    }

    // What follows the answer must not become part of its last code block.
    private void CloseFence()
    {
        if (!block.AtLineStart)
            output.Text('\n');
        output.Code(new string(' ', block.FenceColumn) + block.Fence);
        block.CloseFence();
    }
}
