namespace Wenlu.Retrieval.Chunking;

/// <summary>
/// Cuts one section. Blocks are gathered up to the budget, evenly, so that the last chunk of a section is not a scrap; code, and
/// a list or table that a colon announces, stays with the sentence before it.
/// </summary>
internal static class SectionCutter
{
    private const string Gap = "\n\n";

    // A longer sentence is not repeated work to read, and would leave too little room for what it introduces.
    private const int LeadShare = 4;

    /// <summary>Texts of at most <paramref name="budget"/> characters, in order.</summary>
    public static IEnumerable<string> Cut(IReadOnlyList<Piece> pieces, int budget)
    {
        var total = pieces.Sum(piece => piece.Source.Length + Gap.Length);
        var even = (int)Math.Ceiling(total / Math.Ceiling(total / (double)budget));
        var text = "";
        foreach (var unit in Units(pieces, budget))
        {
            if (text.Length > 0 && (text.Length >= even || text.Length + Gap.Length + unit.Length > budget))
            {
                yield return text;
                text = "";
            }
            text = text.Length == 0 ? unit : $"{text}{Gap}{unit}";
        }
        if (text.Length > 0)
            yield return text;
    }

    private static IEnumerable<string> Units(IReadOnlyList<Piece> pieces, int budget)
    {
        var lead = default(string);
        foreach (var piece in pieces)
        {
            var units = lead is not null && Introduces(lead, piece)
                ? WithLead(lead, piece, budget)
                : TextCutter.Cut(piece, budget).Prepend(lead ?? "");
            lead = null;
            foreach (var unit in units.Where(unit => unit.Length > 0))
            {
                if (lead is not null)
                    yield return lead;
                lead = unit;
            }
            if (piece.Kind == PieceKind.Text || lead is null)
                continue;
            yield return lead;
            lead = null;
        }
        if (lead is not null)
            yield return lead;
    }

    private static bool Introduces(string lead, Piece piece) =>
        piece.Kind == PieceKind.Code || piece.Kind is PieceKind.List or PieceKind.Table && lead[^1] is '：' or ':';

    /// <summary>The piece behind the whole paragraph before it or, where that is too much, behind its last sentence.</summary>
    private static IEnumerable<string> WithLead(string lead, Piece piece, int budget)
    {
        var sentence = Sentences.Of(lead).Last();
        foreach (var start in new[] { 0, lead.Length - sentence.Length })
        {
            var room = budget - (lead.Length - start) - Gap.Length;
            if (piece.Source.Length > room && (lead.Length - start > budget / LeadShare || piece.Source.Length <= budget))
                continue;
            if (TextCutter.Cut(piece, room).ToArray() is not [_, ..] parts)
                break;
            return [lead[..start].TrimEnd(), $"{lead[start..]}{Gap}{parts[0]}", .. parts[1..]];
        }
        return TextCutter.Cut(piece, budget).Prepend(lead);
    }
}
