using Microsoft.Extensions.Options;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>
/// Lets a click have its effect on an answer when it comes from that answer's finished card, from somebody who may, for the first
/// time; and shows the card as it is after that.
/// </summary>
internal sealed class ClickedAnswers(
    AnswerStore answers, AnswerMarks marks, AnswerSources sources, RunningAnswers running, SeenClicks seen, IOptions<SiteOptions> site, TimeProvider time)
{
    /// <summary>A click has to be answered within three seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public async Task<CardActionReply> PressAsync(CardAction click, CardActionValue value, Func<GivenAnswer, Asked, Task<Effect>> press)
    {
        if (await seen.ContainsAsync(click.EventId))
            return CardActionReply.Refused(ActionTexts.AlreadyDone);
        // The platform reverts what a click shows on a card that still streams.
        if (await StillWritingAsync(value.AnswerId) is { } writing)
            return CardActionReply.Refused(ActionTexts.StillWriting) with { Language = writing.Language };
        return await answers.FindAsync(value.AnswerId) is { Asked: { } asked } given
            ? await PressAsync(click, given, asked, press) with { Language = given.Answer.Language }
            : CardActionReply.Refused(ActionTexts.Forgotten);
    }

    /// <summary>
    /// Who presses a button the moment it appears is ahead of what its appearance is followed by here: an answer that is whole already
    /// is waited for.
    /// </summary>
    private async Task<RunningAnswer?> StillWritingAsync(string answerId)
    {
        for (var begun = time.GetTimestamp(); ; await Task.Delay(Pause, time))
        {
            if (await running.FindAsync(answerId) is not { } writing)
                return null;
            if (time.GetElapsedTime(begun) > Patience || await answers.FindAsync(answerId) is null)
                return writing;
        }
    }

    private async Task<CardActionReply> PressAsync(CardAction click, GivenAnswer given, Asked asked, Func<GivenAnswer, Asked, Task<Effect>> press)
    {
        if (!await IsItsCardAsync(click, given, asked))
            return CardActionReply.Refused(ActionTexts.UnknownAction);
        if (asked.IsForTenant && click.IsByOutsider)
            return CardActionReply.Refused(ActionTexts.NotForOutsiders);
        var effect = await press(given, asked);
        return effect.IsDone ? await ShowAsync(click, given, effect.Toast) : CardActionReply.Refused(effect.Toast);
    }

    private async Task<bool> IsItsCardAsync(CardAction click, GivenAnswer given, Asked asked)
    {
        var shown = click.MessageId is null ? null : await answers.FindIdByMessageAsync(click.MessageId);
        // Which message shows it is not known when the platform's answer was lost; then the chat has to do.
        return click.ChatId == asked.ChatId && (shown is null ? given.CardMessageId is null : shown == given.Id);
    }

    private async Task<CardActionReply> ShowAsync(CardAction click, GivenAnswer given, Bilingual toast)
    {
        // Only now: had it failed before, the same click may try again.
        await seen.AddAsync(click.EventId);
        var changed = sources.HaveChangedAsync(given.Answer);
        var state = await marks.StateAsync(given) with { IsOutdated = await changed };
        var cards = AnswerCard.Finished(CardLinks.Resolve(given.Answer, site.Value.BaseUrl), state);
        return CardActionReply.Done(toast) with { Card = cards[^1] };
    }
}
