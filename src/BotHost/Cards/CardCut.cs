namespace Wenlu.BotHost.Cards;

/// <summary>Cuts Markdown where a reader would: after a paragraph or a line, with an open code block closed.</summary>
internal static class CardCut
{
    public static string At(string markdown, int length)
    {
        if (length >= markdown.Length)
        {
            return markdown;
        }

        var piece = CardText.Cut(markdown, Math.Max(length, 1));
        return CloseCode(AtBoundary(piece)).TrimEnd();
    }

    private static string AtBoundary(string piece)
    {
        var paragraph = piece.LastIndexOf("\n\n", StringComparison.Ordinal);
        var boundary = paragraph > piece.Length / 2 ? paragraph : piece.LastIndexOf('\n');
        return boundary > piece.Length / 2 ? piece[..boundary] : WithoutHalfTag(piece);
    }

    private static string WithoutHalfTag(string piece)
    {
        var open = piece.LastIndexOf('<');
        return open > piece.LastIndexOf('>') ? piece[..open] : piece;
    }

    private static string CloseCode(string piece) =>
        piece.Split('\n').Count(line => line.TrimStart().StartsWith("```", StringComparison.Ordinal)) % 2 == 1 ? piece + "\n```" : piece;
}
