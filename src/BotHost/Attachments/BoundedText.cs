using System.Text;

namespace Wenlu.BotHost.Attachments;

/// <summary>Collects lines up to a limit; whoever reads a file stops when it is full.</summary>
internal sealed class BoundedText(int most)
{
    private readonly StringBuilder text = new();

    public bool IsFull { get; private set; }

    public bool IsBlank { get; private set; } = true;

    public void Line(string line)
    {
        if (IsFull)
            return;
        var room = most - text.Length;
        IsFull = line.Length > room;
        var kept = IsFull ? line[..(room > 0 && char.IsHighSurrogate(line[room - 1]) ? room - 1 : Math.Max(0, room))] : line;
        IsBlank &= string.IsNullOrWhiteSpace(kept);
        text.Append(kept).Append('\n');
    }

    /// <summary>A heading of its own: it is no text that somebody wrote, and a file of nothing else is blank.</summary>
    public void Heading(string heading) => text.Append(IsFull ? "" : $"\n## {heading}\n\n");

    public Extraction ToExtraction() => IsBlank
        ? new Extraction.Refused(AttachmentTexts.NoText)
        : new Extraction.Text(text.ToString().Trim(), IsFull);
}
