using System.Globalization;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Cards;

/// <summary>The buttons of a card: one row to judge the answer and to go on from it, one of questions to ask next.</summary>
internal static class CardButtons
{
    /// <summary>What fits a phone's line beside nothing else; the whole question is in the button's value.</summary>
    private const int LabelLength = 36;

    /// <summary>A longer question stays a link: its value would take the room of the answer.</summary>
    private const int LongestQuestion = 200;

    private const int MostSuggestions = 3;

    public static ButtonElement Stop(string answerId, Language language) =>
        Button("stop", PlainText.Of(CardTexts.Stop, language), new CardActionValue(CardActions.Stop, answerId));

    public static IEnumerable<CardElement> Actions(Answer answer, CardState state)
    {
        if (answer.Outcome == Outcome.Unavailable)
            yield break;
        yield return new DividerElement();
        yield return Row(ActionButtons(answer, state));
    }

    public static IEnumerable<CardElement> Suggestions(Answer answer, CardState state)
    {
        var questions = answer.Suggestions.Where(IsAskable).Distinct().Take(MostSuggestions).ToList();
        if (questions.Count == 0)
            yield break;
        yield return CardStyle.Note(CardTexts.Suggestions, answer.Language, "next");
        yield return Row(questions.Select((question, index) => Ask($"next_{index}", question, state)));
    }

    public static bool IsAskable(string question) => question.Length <= LongestQuestion && !string.IsNullOrWhiteSpace(question);

    public static ButtonElement Ask(string elementId, string question, CardState state)
    {
        var isAsked = state.Asked.Contains(question);
        var label = new PlainText(CardText.WithoutTags(CardText.Label(question, LabelLength)));
        return Button(elementId, label, new CardActionValue(CardActions.Ask, state.AnswerId) { Question = question }, isAsked);
    }

    private static IEnumerable<ButtonElement> ActionButtons(Answer answer, CardState state)
    {
        yield return Vote(Votes.Up, "👍", state.Up);
        yield return Vote(Votes.Down, "👎", state.Down);
        if (answer is { Outcome: Outcome.Grounded, Official: null })
            yield return Once(CardActions.Regenerate, CardTexts.Regenerate, state.IsRegenerated);
        yield return Once(CardActions.NewTopic, CardTexts.NewTopic, state.IsNewTopic);

        ButtonElement Vote(string vote, string label, int count) => Button(
            $"vote_{vote}", new PlainText(count == 0 ? label : string.Create(CultureInfo.InvariantCulture, $"{label} {count}")),
            new CardActionValue(CardActions.Feedback, state.AnswerId) { Vote = vote });

        ButtonElement Once(string action, Bilingual label, bool isDone) =>
            Button(action, PlainText.Of(label, answer.Language), new CardActionValue(action, state.AnswerId), isDone);
    }

    /// <summary>Goes on below where a phone has no more room.</summary>
    private static ColumnSetElement Row(IEnumerable<ButtonElement> buttons) => new([.. buttons.Select(button => new ColumnElement([button], Width: null))]) { FlexMode = "flow" };

    /// <summary>One that has had its effect says so and cannot be pressed again.</summary>
    private static ButtonElement Button(string elementId, PlainText label, CardActionValue value, bool isDone = false) => new(isDone ? Ticked(label) : label)
    {
        ElementId = elementId,
        Disabled = isDone ? true : null,
        Behaviors = isDone ? null : [new CallbackBehavior(value)],
    };

    private static PlainText Ticked(PlainText label) => new($"✓ {label.Content}");
}
