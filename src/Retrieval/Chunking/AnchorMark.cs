using System.Text.RegularExpressions;

namespace Wenlu.Retrieval.Chunking;

/// <summary>
/// A line that gives what follows it an anchor where no heading does: <c>[#id]: #id</c>, in CommonMark a definition, which no page
/// shows. Who writes a document whose address opens at any of its parts names them so.
/// </summary>
internal static partial class AnchorMark
{
    /// <summary>The anchor; null for a piece that is no such line by itself.</summary>
    public static string? IdIn(Piece piece) =>
        piece.Kind is PieceKind.Text or PieceKind.Anchor && piece.Source.StartsWith("[#", StringComparison.Ordinal) && Line().Match(piece.Source) is { Success: true } line
            ? line.Groups["id"].Value
            : null;

    [GeneratedRegex(@"^\[#(?<id>[\w-]{1,100})\]: #\k<id>$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
