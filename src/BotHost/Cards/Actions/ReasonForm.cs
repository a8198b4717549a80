using System.Text.Json;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Gaps;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>The form that 👎 opens: what is wrong with the answer, kept with the vote.</summary>
internal sealed class ReasonForm(ClickedAnswers answers, AnswerMarks marks, VotedAnswers voted, GapCollector gaps) : ICardButton
{
    private const int LongestComment = 1_000;

    public string Action => CardActions.Reason;

    public Task<CardActionReply> PressAsync(CardAction click, CardActionValue value, CancellationToken cancellationToken) =>
        Read(click.FormValue) is { } reason
            ? answers.PressAsync(click, value, (given, _) => KeepAsync(given, click.OperatorOpenId, reason))
            : Task.FromResult(CardActionReply.Refused(ActionTexts.NoReason));

    private async Task<Effect> KeepAsync(GivenAnswer given, string openId, VoteReason reason)
    {
        await marks.ReasonAsync(given.Id, openId, reason);
        await voted.NoteAsync(given);
        await gaps.DislikedAsync(given, openId, InWords(reason, given.Answer.Language));
        return Effect.Done(ActionTexts.ThanksForReason);
    }

    public static string InWords(VoteReason reason, Language language)
    {
        Bilingual? kind = reason.Kind switch
        {
            WhyForm.Wrong => CardTexts.ReasonWrong,
            WhyForm.Outdated => CardTexts.ReasonOutdated,
            WhyForm.Unclear => CardTexts.ReasonUnclear,
            _ => null,
        };
        return string.Join(": ", new[] { kind?.In(language), reason.Comment }.OfType<string>());
    }

    /// <summary>Null when nothing was chosen and nothing written.</summary>
    private static VoteReason? Read(JsonElement? form)
    {
        var kind = Text(form, WhyForm.Reason) is WhyForm.Wrong or WhyForm.Outdated or WhyForm.Unclear ? Text(form, WhyForm.Reason) : null;
        var comment = Text(form, WhyForm.Comment)?.Trim() is { Length: > 0 } words ? CardText.Cut(words, Math.Min(words.Length, LongestComment)) : null;
        return kind is null && comment is null ? null : new VoteReason(kind, comment);
    }

    private static string? Text(JsonElement? form, string name) =>
        form is { ValueKind: JsonValueKind.Object } fields && fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
