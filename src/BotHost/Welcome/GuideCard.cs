using System.Globalization;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Conversations.Commands;

namespace Wenlu.BotHost.Welcome;

/// <summary>The card that says what the bot can do: as a welcome, and as the help.</summary>
internal static class GuideCard
{
    private static readonly Bilingual[] Lines = [WelcomeTexts.Answers, WelcomeTexts.InGroup, WelcomeTexts.Reads];

    /// <param name="language">Null where nothing tells which one is read: then it is both, one after the other.</param>
    /// <param name="offer">The questions to try; null in a knowledge base that has nothing for these readers.</param>
    public static Notice Build(Bilingual title, Language? language, Offer? offer)
    {
        var config = new CardConfig(false, CardSummary.Of(title, language ?? Language.Chinese));
        var card = new Card(config, new CardBody(
        [
            new MarkdownElement($"**{Say(title, language, " · ")}**") { ElementId = "title" },
            new MarkdownElement(List(language)) { ElementId = "guide" },
            .. Examples(language, offer),
            CardStyle.Note(Say(CommandTexts.List, language, "\n\n"), "commands"),
        ]));
        return new Notice($"{Say(title, language, "\n")}\n{Say(CommandTexts.List, language, "\n")}", card);
    }

    private static string List(Language? language) => language is { } one
        ? string.Concat(Lines.Select(line => $"\n- {line.In(one)}"))
        : $"{List(Language.Chinese)}\n\n{List(Language.English)}";

    private static IEnumerable<CardElement> Examples(Language? language, Offer? offer)
    {
        if (offer is null)
            yield break;
        yield return new DividerElement();
        yield return CardStyle.Note(Say(WelcomeTexts.Examples, language, " · "), "examples");
        foreach (var (index, question) in offer.Questions.Index())
            yield return CardButtons.Ask(string.Create(CultureInfo.InvariantCulture, $"example_{index}"), question, new CardState(offer.Id));
    }

    private static string Say(Bilingual text, Language? language, string between) =>
        language is { } one ? text.In(one) : $"{text.Chinese}{between}{text.English}";
}
