using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Cards;

/// <summary>What stands where on a card of an answer.</summary>
internal static class CardLayout
{
    public const string AnswerElement = "answer";

    /// <summary>What is shown of a longer question at the top.</summary>
    public const int QuestionLength = 200;

    private const int SummaryLength = 60;

    /// <summary>A status line above an answer that is still empty; then with the answer so far.</summary>
    /// <param name="question">Named at the top when no message above the card says it.</param>
    public static Card Streaming(Language language, string answerId, string? question = null, string text = "")
    {
        var config = new CardConfig(true, CardSummary.Of(CardTexts.Searching, language))
        {
            StreamingConfig = new StreamingConfig(new PlatformValue(50), new PlatformValue(2)),
        };
        return new Card(config, new CardBody(
        [
            .. Question(question), CardStyle.Note(CardTexts.Searching, language, "status"), Text(text), CardButtons.Stop(answerId, language),
        ]));
    }

    /// <summary>One that another card follows.</summary>
    public static Card Part(Answer answer, CardState state, string text, int index, int count) => Finished(answer, text,
    [
        .. Beginning(answer, state, index, count), Text(text), Place("continues", CardTexts.Continues, answer.Language, index, count),
    ]);

    /// <summary>The last one, or the only one: with what the answer rests on and what can be pressed.</summary>
    public static Card Last(Answer answer, CardState state, string text, int index, int excerptLength) => Finished(answer, text,
    [
        .. Beginning(answer, state, index, index + 1),
        Text(text),
        .. CardSources.References(answer, excerptLength),
        .. CardSources.Related(answer, state),
        .. Note(answer),
        .. Outdated(answer, state),
        .. CardButtons.Actions(answer, state),
        .. WhyForm.Show(state, answer.Language),
        .. CardButtons.Suggestions(answer, state),
    ]);

    public static string Summary(string markdown) => CardText.WithoutTags(CardText.Excerpt(CardMarkdown.WithoutCitations(markdown), SummaryLength));

    private static Card Finished(Answer answer, string text, IReadOnlyList<CardElement> elements) =>
        new(new CardConfig(false, Summary(text) is { Length: > 0 } line ? new CardSummary(line) : CardSummary.Of(CardTexts.Answer, answer.Language)), new CardBody(elements));

    private static MarkdownElement Text(string text) => new(text) { ElementId = AnswerElement };

    private static IEnumerable<CardElement> Beginning(Answer answer, CardState state, int index, int count) =>
        index == 0 ? [.. Question(state.Question), .. Official(answer)] : [Place("continued", CardTexts.Continued, answer.Language, index, count)];

    private static MarkdownElement Place(string elementId, Bilingual sentence, Language language, int index, int count) =>
        CardStyle.Note(sentence.With(index + 1, count), language, elementId);

    private static IEnumerable<CardElement> Question(string? question)
    {
        if (question is not null)
            yield return new MarkdownElement($"**{CardText.Escape(CardText.Label(question, QuestionLength))}**") { ElementId = "question" };
    }

    private static IEnumerable<CardElement> Outdated(Answer answer, CardState state)
    {
        if (state.IsOutdated)
            yield return CardStyle.Note(AnswerTexts.OutdatedSince, answer.Language, "outdated");
    }

    private static IEnumerable<CardElement> Official(Answer answer)
    {
        if (answer.Official is { } official)
            yield return new MarkdownElement($"**✓ {AnswerTexts.Official.In(answer.Language)}** {CardStyle.Grey(CardText.Escape(AnswerTexts.ByWhom(official, answer.Language)))}")
            {
                ElementId = "official",
                TextSize = CardStyle.Small,
            };
    }

    private static IEnumerable<CardElement> Note(Answer answer)
    {
        if (answer is { Outcome: Outcome.Grounded, Official: null })
            yield return CardStyle.Note(AnswerTexts.WrittenByModel, answer.Language, "note");
    }
}
