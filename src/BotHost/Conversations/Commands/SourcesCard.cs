using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Conversations.Commands;

/// <summary>What an answer rests on, as a card of its own: its titles come from documents, and a card can show them safely.</summary>
internal static class SourcesCard
{
    private const int QuestionLength = 200;
    private const int ExcerptLength = 100;

    public static Notice Build(string question, Answer answer)
    {
        var title = CommandTexts.SourcesOf.In(answer.Language);
        var sources = CardSources.References(answer, ExcerptLength).OfType<PanelElement>().Select(panel => panel with { Expanded = true });
        var card = new Card(new CardConfig(false, CardSummary.Of(CommandTexts.SourcesOf, answer.Language)), new CardBody(
        [
            new MarkdownElement($"**{title}** {CardText.Escape(CardText.Label(question, QuestionLength))}") { ElementId = "question" },
            .. sources,
        ]));
        return new Notice(title, card);
    }
}
