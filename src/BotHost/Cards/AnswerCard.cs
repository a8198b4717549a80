using System.Globalization;
using System.Text;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Cards;

/// <summary>The card of an answer, planned against the platform's limits instead of hoping for them.</summary>
internal static class AnswerCard
{
    public const string AnswerElement = "answer";

    /// <summary>30 KB are allowed, and where exactly they are measured is not documented.</summary>
    public const int MaxBytes = 28_000;

    private const string Small = "notation";
    private const int SummaryLength = 60;

    /// <summary>Even if every character has to be escaped, this much text and the titles fit.</summary>
    private const int PlainLength = 2_000;
    private const int TitleLength = 160;

    private static readonly int[] ExcerptLengths = [240, 100, 0];

    /// <summary>As it is created, a status line above an answer that is still empty; then with the answer so far.</summary>
    public static Card Streaming(Language language, string text = "")
    {
        var status = CardTexts.Searching.In(language);
        var config = new CardConfig(true, new CardSummary(status))
        {
            StreamingConfig = new StreamingConfig(new PlatformValue(50), new PlatformValue(2)),
        };
        return new Card(config, new CardBody(
        [
            new MarkdownElement(Grey(status)) { ElementId = "status", TextSize = Small },
            new MarkdownElement(text) { ElementId = AnswerElement },
        ]));
    }

    /// <summary>
    /// The text of one frame under the limits of the finished card, since a frame that is refused ends the stream. The lengths tried
    /// do not depend on the text's: while it grows beyond a card, what is shown of it stays.
    /// </summary>
    public static string Frame(string markdown, Language language)
    {
        for (var length = MaxBytes; ; length = length * 3 / 4)
        {
            var text = CardMarkdown.Of(CardCut.At(markdown, length), []);
            if (length < 2 || Fits(Streaming(language, text)))
                return text;
        }
    }

    /// <summary>The richest card that fits, then plainer ones for a platform that refuses it.</summary>
    public static IEnumerable<Card> Finished(Answer answer, string answerId)
    {
        yield return Fitting(answer, answerId);
        yield return Plain(answer, answerId, CardText.Escape(CardText.Excerpt(answer.Markdown, PlainLength)));
        yield return Plain(answer, answerId, CardTexts.Refused.In(answer.Language));
    }

    public static string Summary(Answer answer) => CardText.Excerpt(CardMarkdown.WithoutCitations(answer.Markdown), SummaryLength);

    private static Card Fitting(Answer answer, string answerId)
    {
        var text = CardMarkdown.Of(answer.Markdown, answer.References);
        var rich = ExcerptLengths.Select(length => Build(answer, answerId, text, length)).FirstOrDefault(Fits);
        return rich ?? Shortened(answer, answerId);
    }

    /// <summary>Cut first and made safe then, or half of something would be left at the end.</summary>
    private static Card Shortened(Answer answer, string answerId)
    {
        for (var length = Math.Min(answer.Markdown.Length, MaxBytes) * 3 / 4; ; length = length * 3 / 4)
        {
            var text = CardMarkdown.Of(CardCut.At(answer.Markdown, length), answer.References);
            var card = Build(answer, answerId, $"{text}\n\n{CardTexts.Shortened.In(answer.Language)}", 0);
            if (length < 2 || Fits(card))
                return card;
        }
    }

    private static Card Plain(Answer answer, string answerId, string text) => Build(answer with { Related = [] }, answerId, text, 0);

    private static bool Fits(Card card) => Encoding.UTF8.GetByteCount(card.ToJson()) <= MaxBytes;

    private static Card Build(Answer answer, string answerId, string text, int excerptLength)
    {
        List<CardElement> elements = [new MarkdownElement(text) { ElementId = AnswerElement }];
        elements.AddRange(References(answer, excerptLength));
        elements.AddRange(Related(answer));
        elements.AddRange(Note(answer));
        elements.AddRange(Feedback(answer, answerId));
        return new Card(new CardConfig(false, new CardSummary(Summary(answer))), new CardBody(elements));
    }

    private static IEnumerable<CardElement> References(Answer answer, int excerptLength)
    {
        if (answer.References.Count == 0)
        {
            yield break;
        }

        var title = string.Format(CultureInfo.InvariantCulture, CardTexts.References.In(answer.Language), answer.References.Count);
        var entries = answer.References.Select(reference => Entry(reference, answer.Language, excerptLength));
        yield return new PanelElement(new PanelHeader(new PlainText(title)), [.. entries]) { ElementId = "sources" };
    }

    private static MarkdownElement Entry(Reference reference, Language language, int excerptLength)
    {
        var place = CardText.Escape(CardText.Shorten(string.Join(" › ", reference.Headings.Prepend(reference.Title)), TitleLength));
        var link = CardText.IsLink(reference.Url) ? $"[{place}]({CardText.Target(reference.Url!)})" : place;
        var updated = string.Format(CultureInfo.InvariantCulture, CardTexts.UpdatedOn.In(language), reference.UpdatedAt);
        var excerpt = excerptLength == 0 ? string.Empty : $"\n{CardText.Escape(CardText.Excerpt(reference.Text, excerptLength))}";
        return new MarkdownElement($"**{reference.Number}.** {link}{excerpt}\n{Grey(updated)}") { TextSize = Small };
    }

    private static IEnumerable<CardElement> Related(Answer answer)
    {
        if (answer.Related.Count > 0)
        {
            var questions = answer.Related.Select(related => $"\n- {Link(related)}");
            yield return new MarkdownElement($"**{CardTexts.Related.In(answer.Language)}**{string.Concat(questions)}") { ElementId = "related", TextSize = Small };
        }
    }

    private static string Link(RelatedQuestion related) => CardText.IsLink(related.Url)
        ? $"[{CardText.Escape(CardText.Shorten(related.Question, TitleLength))}]({CardText.Target(related.Url!)})"
        : CardText.Escape(CardText.Shorten(related.Question, TitleLength));

    private static IEnumerable<CardElement> Note(Answer answer)
    {
        if (answer.Outcome == Outcome.Grounded)
        {
            yield return new MarkdownElement(Grey(AnswerTexts.WrittenByModel.In(answer.Language))) { ElementId = "note", TextSize = Small };
        }
    }

    private static IEnumerable<CardElement> Feedback(Answer answer, string answerId)
    {
        if (answer.Outcome != Outcome.Unavailable)
        {
            yield return new DividerElement();
            yield return new ColumnSetElement([Vote("up", CardTexts.Helpful), Vote("down", CardTexts.NotHelpful)]);
        }

        ColumnElement Vote(string vote, Bilingual label) => new(
        [
            new ButtonElement(new PlainText(label.In(answer.Language)), [new CallbackBehavior(new FeedbackValue(FeedbackHandler.Action, vote, answerId))])
            {
                ElementId = $"vote_{vote}",
            },
        ]);
    }

    private static string Grey(string text) => $"<font color='grey'>{text}</font>";
}
