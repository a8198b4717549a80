using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Cards.Actions;

/// <summary>Puts a click that asks into the inbox, as durably as a message, and once however often it comes.</summary>
internal sealed class ClickedQuestions(AcceptEntry accept, TimeProvider time)
{
    /// <returns>The key of what is asked.</returns>
    public async Task<string> KeepAsync(CardAction click, CardActionValue value, string conversation)
    {
        var key = KeyOf(click.MessageId, value);
        await accept(new InboxEntry(key, conversation, click.Envelope, time.GetUtcNow(), Activity.Current?.Id));
        return key;
    }

    /// <summary>Whoever presses a button: two people who press it at once ask one question.</summary>
    private static string KeyOf(string? messageId, CardActionValue value)
    {
        var pressed = string.Join('\n', messageId, value.Action, value.AnswerId, value.Question);
        return $"click-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(pressed)).AsSpan(0, 18))}";
    }
}
