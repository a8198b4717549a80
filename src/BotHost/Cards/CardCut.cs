using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Cards;

/// <summary>Cuts Markdown where a reader would: after a paragraph or a line, with an open code block closed.</summary>
internal static partial class CardCut
{
    public static string At(string markdown, int length)
    {
        if (length >= markdown.Length)
            return markdown;
        var piece = AtBoundary(CardText.Cut(markdown, Math.Max(length, 1))).TrimEnd();
        return OpenFence(piece) is { } fence ? $"{piece}\n{fence}" : piece;
    }

    private static string AtBoundary(string piece)
    {
        var paragraph = piece.LastIndexOf("\n\n", StringComparison.Ordinal);
        var boundary = paragraph > piece.Length / 2 ? paragraph : piece.LastIndexOf('\n');
        return boundary > piece.Length / 2 ? piece[..boundary] : piece;
    }

    private static string? OpenFence(string piece)
    {
        string? open = null;
        foreach (var fence in Fence().Matches(piece).Select(match => match.Groups["fence"].Value))
            open = open is null ? fence : fence.StartsWith(open, StringComparison.Ordinal) ? null : open;
        return open;
    }

    [GeneratedRegex(@"^ {0,3}(?<fence>`{3,}|~{3,})", RegexOptions.Multiline)]
    private static partial Regex Fence();
}
