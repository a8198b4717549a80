using System.Text.Json;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Cards.Actions;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Knowledge.Curated;

namespace Wenlu.BotHost.Gaps;

/// <summary>Lets a click on an editors' card have its effect when it comes from that chat, and shows the card as it is after that.</summary>
internal sealed class ClickedGaps(GapCards cards)
{
    public async Task<CardActionReply> PressAsync(CardAction click, CardActionValue value, Func<string, Task<GapDeed>> press, Bilingual done)
    {
        if (!cards.IsForEditors(click.ChatId) || click.IsByOutsider)
            return CardActionReply.Refused(GapTexts.OnlyEditors);
        if (value.Gap is not { } gapId || await cards.FindAsync(value.AnswerId) is not { } kept || !kept.Gaps.Contains(gapId))
            return CardActionReply.Refused(ActionTexts.UnknownAction);
        var reply = await press(gapId) switch
        {
            GapDeed.Done => CardActionReply.Done(done) with { Card = await cards.ShowAsync(value.AnswerId) },
            GapDeed.Refused refused => CardActionReply.Failed(refused.Problem.Detail),
            _ => CardActionReply.Refused(GapTexts.TooLate) with { Card = await cards.ShowAsync(value.AnswerId) },
        };
        return reply with { Language = kept.Language };
    }
}

/// <summary>The form under a question: what is typed there becomes its official answer.</summary>
internal sealed class AnswerGapForm(ClickedGaps clicked, GapDesk desk, EditorNames names) : ICardButton
{
    private const int LongestAnswer = 10_000;

    public string Action => CardActions.AnswerGap;

    public Task<CardActionReply> PressAsync(CardAction click, CardActionValue value, CancellationToken cancellationToken) => Typed(click, value) switch
    {
        null => Task.FromResult(CardActionReply.Refused(GapTexts.NoAnswer)),
        { Length: > LongestAnswer } => Task.FromResult(CardActionReply.Refused(GapTexts.TooLong)),
        var answer => clicked.PressAsync(click, value, gapId => AnswerAsync(gapId, answer, click.OperatorOpenId, cancellationToken), GapTexts.ThanksForAnswer),
    };

    private async Task<GapDeed> AnswerAsync(string gapId, string answer, string openId, CancellationToken cancellationToken) => await desk.AnswerAsync(
        gapId, gap => new CuratedDraft(gap.Question, answer, desk.DefaultAudience), await names.OfAsync(openId, cancellationToken), cancellationToken);

    private static string? Typed(CardAction click, CardActionValue value) =>
        value.Gap is { } gap && click.FormValue is { ValueKind: JsonValueKind.Object } form && form.TryGetProperty(GapCard.FieldOf(gap), out var field)
        && field.ValueKind == JsonValueKind.String && field.GetString()?.Trim() is { Length: > 0 } text
            ? text
            : null;
}

/// <summary>A question that is not worth an answer, or not for this knowledge base.</summary>
internal sealed class DismissGapButton(ClickedGaps clicked, GapDesk desk, EditorNames names) : ICardButton
{
    public string Action => CardActions.DismissGap;

    public Task<CardActionReply> PressAsync(CardAction click, CardActionValue value, CancellationToken cancellationToken) =>
        clicked.PressAsync(click, value, async gapId => await desk.DismissAsync(gapId, await names.OfAsync(click.OperatorOpenId, cancellationToken)), GapTexts.DismissedNow);
}
