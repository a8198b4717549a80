namespace Wenlu.BotHost.Cards;

/// <summary>Asks why an answer did not help. The names are those of the callback's form_value.</summary>
internal static class WhyForm
{
    public const string Reason = "reason";
    public const string Comment = "comment";

    public const string Wrong = "wrong";
    public const string Outdated = "outdated";
    public const string Unclear = "unclear";

    public static IEnumerable<CardElement> Show(CardState state, Language language) => state.Why switch
    {
        WhyState.Open => [Form(state.AnswerId, language)],
        WhyState.Answered => [CardStyle.Note(CardTexts.ReasonNoted, language, "why")],
        _ => [],
    };

    private static FormElement Form(string answerId, Language language) => new("why",
    [
        new SelectElement(Reason, PlainText.Of(CardTexts.WhyNot, language),
        [
            Option(CardTexts.ReasonWrong, Wrong, language), Option(CardTexts.ReasonOutdated, Outdated, language), Option(CardTexts.ReasonUnclear, Unclear, language),
        ]),
        new InputElement(Comment, PlainText.Of(CardTexts.Comment, language)),
        new ButtonElement(PlainText.Of(CardTexts.Submit, language))
        {
            Type = "primary",
            Name = "submit_why",
            FormActionType = "submit",
            Behaviors = [new CallbackBehavior(new CardActionValue(CardActions.Reason, answerId))],
        },
    ])
    {
        ElementId = "why",
    };

    private static SelectOption Option(Bilingual text, string value, Language language) => new(PlainText.Of(text, language), value);
}
