using Wenlu.BotHost.Cards.Markup;

namespace Wenlu.BotHost.Cards;

/// <summary>Cuts an answer that outgrows a card where a reader would, into as few cards as hold it.</summary>
internal static class CardParts
{
    public const int Most = 5;

    /// <param name="fits">Whether a text has room on a card that another one follows.</param>
    /// <param name="fitsLast">Whether it has room on the last card, beside all that stands there.</param>
    /// <param name="shortened">Ends the last card when even this many do not hold everything.</param>
    public static IReadOnlyList<string> Split(string markdown, Func<string, bool> fits, Func<string, bool> fitsLast, string shortened)
    {
        List<string> parts = [];
        var rest = new List<Piece>(Piece.Of(markdown));
        while (!fitsLast(Piece.Join(rest)))
        {
            if (parts.Count == Most - 1)
                return [.. parts, Shortened(rest, fitsLast, shortened)];
            parts.Add(Take(rest, fits, leave: 1));
        }

        return [.. parts, Piece.Join(rest)];
    }

    /// <summary>The beginning that has room on one card.</summary>
    public static string First(string markdown, Func<string, bool> fits) => Take([.. Piece.Of(markdown)], fits, leave: 0);

    private static string Shortened(List<Piece> rest, Func<string, bool> fits, string shortened)
    {
        var note = new Piece("\n\n", shortened);
        var text = Take(rest, beginning => fits(WithNote(beginning)), leave: 0);
        return WithNote(text);

        string WithNote(string beginning) => Piece.Join([.. Piece.Of(beginning), note]);
    }

    /// <summary>Takes as many pieces as have room; one that has room on no card is cut, and fills this one.</summary>
    private static string Take(List<Piece> rest, Func<string, bool> fits, int leave)
    {
        while (true)
        {
            var count = Math.Min(MostThatFit(rest, fits), rest.Count - leave);
            if (count < rest.Count && MustBeCut(rest[count], fits, isFirst: count == 0) && rest[count].Cut() is { Count: > 1 } smaller)
            {
                rest.RemoveAt(count);
                rest.InsertRange(count, smaller);
                continue;
            }

            count = BeforeHeadings(rest, count);
            var taken = Piece.Join(rest.Take(count));
            rest.RemoveRange(0, count);
            return taken;
        }
    }

    private static bool MustBeCut(Piece piece, Func<string, bool> fits, bool isFirst) => isFirst || !fits(Piece.Join([piece]));

    private static int BeforeHeadings(List<Piece> pieces, int count)
    {
        var end = count;
        while (end > 1 && end < pieces.Count && pieces[end - 1].IsHeading)
            end--;
        return end;
    }

    private static int MostThatFit(List<Piece> pieces, Func<string, bool> fits)
    {
        var (fit, tooMany) = (0, pieces.Count + 1);
        while (tooMany - fit > 1)
        {
            var middle = (fit + tooMany) / 2;
            if (fits(Piece.Join(pieces.Take(middle))))
                fit = middle;
            else
                tooMany = middle;
        }

        return fit;
    }
}
