using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Site;

/// <summary>Marks in a passage the sentences that an answer stands on: those that share most words with what it says.</summary>
internal static partial class CitedSentence
{
    /// <summary>With less in common, a sentence is not what was meant.</summary>
    private const double LeastShared = 0.3;

    public static void Mark(MarkdownDocument passage, IEnumerable<string> claims)
    {
        var sentences = passage.Descendants<LeafBlock>().Where(block => block.Inline is not null).SelectMany(SentencesOf).ToList();
        foreach (var cited in claims.Select(claim => Best(sentences, claim)).OfType<Sentence>().Distinct().OrderByDescending(sentence => sentence.Start))
            Mark(cited);
    }

    private static Sentence? Best(List<Sentence> sentences, string claim)
    {
        var asked = Terms.Of(claim);
        var (best, shared) = sentences.Select(sentence => (sentence, shared: Terms.Overlap(asked, sentence.Text))).DefaultIfEmpty().MaxBy(pair => pair.shared);
        return shared >= LeastShared ? best : null;
    }

    private static IEnumerable<Sentence> SentencesOf(LeafBlock block)
    {
        var text = string.Concat(Literals(block).Select(literal => literal.Content.ToString()));
        return Sentences().Matches(text).Select(match => new Sentence(block, match.Index, match.Index + match.Length, match.Value));
    }

    private static IEnumerable<LiteralInline> Literals(LeafBlock block) => block.Inline!.Descendants<LiteralInline>();

    /// <summary>A sentence with emphasis in it consists of several texts; each is marked where it stands.</summary>
    private static void Mark(Sentence sentence)
    {
        var at = 0;
        foreach (var literal in Literals(sentence.Block).ToList())
        {
            var text = literal.Content.ToString();
            var (from, to) = (Math.Max(sentence.Start - at, 0), Math.Min(sentence.End - at, text.Length));
            at += text.Length;
            if (from < to)
                Wrap(literal, text, from, to);
        }
    }

    private static void Wrap(LiteralInline literal, string text, int from, int to)
    {
        Inline[] parts = [new LiteralInline(text[..from]), new HtmlInline("<mark>"), new LiteralInline(text[from..to]), new HtmlInline("</mark>"), new LiteralInline(text[to..])];
        foreach (var part in parts)
            literal.InsertBefore(part);
        literal.Remove();
    }

    [GeneratedRegex(@"[^。！？；!?;\s][^。！？；!?;]*[。！？；!?;]*")]
    private static partial Regex Sentences();

    private sealed record Sentence(LeafBlock Block, int Start, int End, string Text);
}
