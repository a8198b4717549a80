using System.Text;
using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Cards.Markup;

/// <summary>A piece of a text that stays together as long as it can: a paragraph, an item, a table, a block of code.</summary>
/// <param name="Joint">What stands between this piece and the one before.</param>
/// <param name="Code">The same object for all pieces of one block of code.</param>
internal sealed partial record Piece(string Joint, string Text, CodeFrame? Code = null, Block.Table? Table = null)
{
    private const string Paragraph = "\n\n";
    private const char Line = '\n';
    private const int Chunk = 400;

    public static IEnumerable<Piece> Of(string markdown) => BlockReader.Read(markdown).SelectMany(Of);

    /// <summary>Code is closed where the pieces end, and was opened where they begin.</summary>
    public static string Join(IEnumerable<Piece> pieces)
    {
        var text = new StringBuilder();
        CodeFrame? open = null;
        foreach (var piece in pieces)
        {
            if (piece.Code != open && open is not null)
                text.Append(Line).Append(open.Fence);
            text.Append(text.Length == 0 ? string.Empty : piece.Code == open ? piece.Joint : Paragraph);
            if (piece.Code != open && piece.Code is not null)
                text.Append(piece.Code.Fence).Append(piece.Code.Language).Append(Line);
            text.Append(piece.Text);
            open = piece.Code;
        }

        return open is null ? text.ToString() : text.Append(Line).Append(open.Fence).ToString();
    }

    /// <summary>A heading belongs to what follows it.</summary>
    public bool IsHeading => Code is null && Text.StartsWith('#') && !Text.Contains(Line, StringComparison.Ordinal);

    /// <summary>Where a reader would cut it: between rows, lines, sentences, and only then anywhere.</summary>
    public IReadOnlyList<Piece> Cut()
    {
        if (Table is not null)
            return Split(TableList.Of(Table).Where(line => line.Length > 0), $"{Line}");
        if (Text.Contains(Line, StringComparison.Ordinal))
            return Split(Text.Split(Line), $"{Line}");
        var sentences = Code is null ? Sentences().Split(Text) : [];
        return sentences.Length > 1 ? Split(sentences, string.Empty) : Split(Chunks(), string.Empty);
    }

    private static IEnumerable<Piece> Of(Block block) => block switch
    {
        Block.Code code => [new Piece(Paragraph, string.Join(Line, code.Lines), new CodeFrame(BlockWriter.Fence(code.Lines), code.Language))],
        Block.Table table => [new Piece(Paragraph, BlockWriter.Write([table], maxTables: 1), Table: table)],
        Block.Text text => Items(text.Lines).Select((item, index) => new Piece(index == 0 ? Paragraph : $"{Line}", item)),
        _ => [],
    };

    private static IEnumerable<string> Items(IReadOnlyList<string> lines)
    {
        var start = 0;
        for (var next = 1; next <= lines.Count; next++)
        {
            if (next < lines.Count && !OuterItem().IsMatch(lines[next]))
                continue;
            yield return string.Join(Line, lines.Skip(start).Take(next - start));
            start = next;
        }
    }

    private List<Piece> Split(IEnumerable<string> texts, string joint) =>
        [.. texts.Select((text, index) => this with { Joint = index == 0 ? Joint : joint, Text = text, Table = null })];

    private IEnumerable<string> Chunks()
    {
        var length = Math.Min(Chunk, Text.Length / 2);
        for (var at = 0; at < Text.Length;)
        {
            var chunk = length < 2 || at + length >= Text.Length ? Text[at..] : CardText.Cut(Text[at..], length);
            yield return chunk;
            at += chunk.Length;
        }
    }

    [GeneratedRegex(@"^ ?(?:[-*+]|\d{1,9}[.)])[ \t]")]
    private static partial Regex OuterItem();

    [GeneratedRegex(@"(?<=[。！？；!?;]|\. )(?=.)")]
    private static partial Regex Sentences();
}

/// <summary>Not a record: two blocks that look the same are still two.</summary>
internal sealed class CodeFrame(string fence, string language)
{
    public string Fence => fence;

    public string Language => language;
}
