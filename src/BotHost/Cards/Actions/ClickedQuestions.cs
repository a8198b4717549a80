using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Conversations.Limits;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Cards.Actions;

internal enum Keeping
{
    Kept,

    /// <summary>It was kept before, whatever has become of it since.</summary>
    Repeated,

    TooMany,
}

/// <summary>Puts a click that asks into the inbox: as durably as a message, once however often it comes, and counted like one.</summary>
internal sealed class ClickedQuestions(AcceptEntry accept, RateLimits limits, TimeProvider time)
{
    /// <param name="question">The click.</param>
    /// <param name="before">What the card answers, or where it stands.</param>
    /// <param name="key">See <see cref="KeyOf"/>.</param>
    public async Task<Keeping> KeepAsync(ClickedQuestion question, Asked before, string key)
    {
        var (asked, now) = (question.AskedAfter(before, key), time.GetUtcNow());
        if (await limits.AdmitAsync(asked, now) != Admission.Admitted)
            return Keeping.TooMany;
        var isNew = await accept(new InboxEntry(key, asked.Conversation, question.Click.Envelope, now, Activity.Current?.Id));
        return isNew ? Keeping.Kept : Keeping.Repeated;
    }

    /// <summary>The same for everybody who presses this button of this card: two people who press it at once ask one question.</summary>
    /// <param name="by">Who pressed it, where everybody may.</param>
    public static string KeyOf(ClickedQuestion question, string by = "")
    {
        var (click, value) = question;
        var pressed = string.Join('\n', click.MessageId, value.Action, value.AnswerId, value.Question, by);
        return $"click-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(pressed)).AsSpan(0, 18))}";
    }
}
