using System.Text;
using System.Text.Json;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Conversations;

/// <summary>A click that asks, read back from the inbox: it was checked when it came.</summary>
internal sealed record ClickedQuestion(CardAction Click, CardActionValue Value)
{
    public bool IsRephrasing => Value.Action == CardActions.Regenerate;

    public static ClickedQuestion Read(InboxEntry entry) =>
        Parse(entry) is { MessageId: not null } click && CardActionValue.Read(click.Value) is { } value
            ? new ClickedQuestion(click, value)
            : throw new PoisonEntryException("The click names no card, or no button of ours sent it.");

    /// <param name="before">The answer on whose card was clicked.</param>
    /// <param name="key">The entry's id.</param>
    public Asked AskedAfter(Asked before, string key) =>
        new(key, Click.MessageId!, before.ChatId, before.Conversation, Click.OperatorOpenId, before.IsDirect) { Repeats = IsRephrasing ? before.Origin : null };

    private static CardAction? Parse(InboxEntry entry)
    {
        try
        {
            return CardActionReader.Read(entry.Id, Encoding.UTF8.GetBytes(entry.Payload));
        }
        catch (JsonException exception)
        {
            throw new PoisonEntryException("The click is not the documented JSON.", exception);
        }
    }
}
