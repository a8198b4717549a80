using System.Text;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Cards;

/// <summary>The card of an answer, planned against the platform's limits instead of hoping for them.</summary>
internal static class AnswerCard
{
    public const string AnswerElement = "answer";

    /// <summary>30 KB are allowed, and where exactly they are measured is not documented.</summary>
    public const int MaxBytes = 28_000;

    private const int SummaryLength = 60;
    private const int QuestionLength = 200;

    /// <summary>Even if every character has to be escaped, this much text and the titles fit.</summary>
    private const int PlainLength = 2_000;

    private static readonly int[] ExcerptLengths = [240, 100, 0];

    /// <summary>As it is created, a status line above an answer that is still empty; then with the answer so far.</summary>
    /// <param name="question">Named at the top when no message above the card says it.</param>
    public static Card Streaming(Language language, string answerId, string? question = null, string text = "")
    {
        var config = new CardConfig(true, CardSummary.Of(CardTexts.Searching, language))
        {
            StreamingConfig = new StreamingConfig(new PlatformValue(50), new PlatformValue(2)),
        };
        return new Card(config, new CardBody(
        [
            .. Question(question),
            CardStyle.Note(CardTexts.Searching.In(language), "status"),
            new MarkdownElement(text) { ElementId = AnswerElement },
            CardButtons.Stop(answerId, language),
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
            if (length < 2 || Fits(Streaming(language, AnswerStore.IdFor(string.Empty), new string('字', QuestionLength), text)))
                return text;
        }
    }

    /// <summary>The cards of an answer in their order, as the state's plan has them; what can be pressed is on the last one.</summary>
    public static IReadOnlyList<Card> Finished(Answer answer, CardState state) => state.Plan switch
    {
        CardPlan.Rich => [Fitting(answer, state)],
        CardPlan.Plain => [Plain(answer, state, CardText.Escape(CardText.Excerpt(answer.Markdown, PlainLength)))],
        CardPlan.Bare => [Plain(answer, state, CardText.Escape(CardText.Excerpt(answer.Markdown, PlainLength)))],
        CardPlan.Notice => [Plain(answer, state, CardTexts.Refused.In(answer.Language))],
        _ => [Plain(answer with { References = [] }, state, CardTexts.Refused.In(answer.Language))],
    };

    public static string Summary(Answer answer) => CardText.Excerpt(CardMarkdown.WithoutCitations(answer.Markdown), SummaryLength);

    private static Card Fitting(Answer answer, CardState state)
    {
        var text = CardMarkdown.Of(answer.Markdown, answer.References);
        var rich = ExcerptLengths.Select(length => Build(answer, state, text, length)).FirstOrDefault(Fits);
        return rich ?? Shortened(answer, state);
    }

    /// <summary>Cut first and made safe then, or half of something would be left at the end.</summary>
    private static Card Shortened(Answer answer, CardState state)
    {
        for (var length = Math.Min(answer.Markdown.Length, MaxBytes) * 3 / 4; ; length = length * 3 / 4)
        {
            var text = CardMarkdown.Of(CardCut.At(answer.Markdown, length), answer.References);
            var card = Build(answer, state, $"{text}\n\n{CardTexts.Shortened.In(answer.Language)}", 0);
            if (length < 2 || Fits(card))
                return card;
        }
    }

    private static Card Plain(Answer answer, CardState state, string text) => Build(answer with { Related = [], Suggestions = [] }, state, text, 0);

    private static bool Fits(Card card) => Encoding.UTF8.GetByteCount(card.ToJson()) <= MaxBytes;

    private static Card Build(Answer answer, CardState state, string text, int excerptLength) => new(
        new CardConfig(false, new CardSummary(Summary(answer))),
        new CardBody(
        [
            .. Question(state.Question),
            new MarkdownElement(text) { ElementId = AnswerElement },
            .. CardSources.References(answer, excerptLength),
            .. CardSources.Related(answer, state),
            .. Note(answer),
            .. CardButtons.Actions(answer, state),
            .. WhyForm.Show(state, answer.Language),
            .. CardButtons.Suggestions(answer, state),
        ]));

    private static IEnumerable<CardElement> Question(string? question)
    {
        if (question is not null)
            yield return new MarkdownElement($"**{CardText.Escape(CardText.Label(question, QuestionLength))}**") { ElementId = "question" };
    }

    private static IEnumerable<CardElement> Note(Answer answer)
    {
        if (answer.Outcome == Outcome.Grounded)
            yield return CardStyle.Note(AnswerTexts.WrittenByModel.In(answer.Language), "note");
    }
}
