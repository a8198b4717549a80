namespace Wenlu.BotHost.Answers.Markup;

/// <summary>Where in a line, a list and a code block the writing stands; the part of CommonMark's block structure that decides what is code.</summary>
internal sealed class BlockState
{
    private readonly Stack<int> listContents = new();
    private int fenceContainer;
    private bool afterBlankLine = true;
    private bool inOrderedList;

    /// <summary>Nothing but indentation and markers stands before this place.</summary>
    public bool AtLineStart { get; private set; } = true;

    public int Column { get; private set; }

    public bool InQuote { get; private set; }

    /// <summary>The run that opened the code block we are in, or empty.</summary>
    public string Fence { get; private set; } = "";

    public int FenceColumn { get; private set; }

    private int ListContent => listContents.Count == 0 ? 0 : listContents.Peek();

    public void NewLine() => (afterBlankLine, AtLineStart, Column, InQuote) = (AtLineStart, true, 0, false);

    public void Indent(char space) => Column += space == '\t' ? 4 - (Column % 4) : 1;

    public void Quote() => (InQuote, Column) = (true, Column + 1);

    /// <summary>A paragraph goes on through every number but 1; "1998. It was …" is no list.</summary>
    public bool CanStartItem(ReadOnlySpan<char> marker) =>
        CanOpenBlock() && (marker.Length == 1 || marker[..^1] is "1" || afterBlankLine || (inOrderedList && listContents.Count > 0));

    public void ListMarker(int width, bool ordered)
    {
        LeaveLists();
        inOrderedList = ordered;
        Column += width;
        listContents.Push(Column);
    }

    public void Text()
    {
        if (AtLineStart)
            LeaveLists();
        AtLineStart = false;
    }

    public void Code() => AtLineStart = false;

    /// <summary>Further in it would be indented text, not the start of a block.</summary>
    public bool CanOpenBlock()
    {
        var container = listContents.FirstOrDefault(content => content <= Column);
        return Column - container <= 3;
    }

    public void OpenFence(string run)
    {
        LeaveLists();
        (Fence, FenceColumn, fenceContainer, AtLineStart) = (run, Column, ListContent, false);
    }

    public void CloseFence() => Fence = "";

    /// <summary>A line of code may close its block, and a line left of the list that holds the block leaves both.</summary>
    public bool LeavesFence(int column) => column < fenceContainer;

    public bool ClosesFence(ReadOnlySpan<char> line, int column)
    {
        var run = line.Trim(" \t");
        return column - fenceContainer <= 3 && run.Length >= Fence.Length && run.TrimStart(Fence[0]).IsEmpty;
    }

    private void LeaveLists()
    {
        while (listContents.Count > 0 && listContents.Peek() > Column)
            listContents.Pop();
    }
}
