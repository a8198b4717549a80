namespace Wenlu.BotHost.Conversations;

internal enum DestinationKind
{
    /// <summary>In reply to a message, where that stands.</summary>
    Message,

    Chat,

    /// <summary>A person, in their direct chat, whose id is not needed.</summary>
    Person,
}

/// <summary>Where a notice goes, and what its pace is kept by.</summary>
internal readonly record struct Destination(DestinationKind Kind, string Id, string Chat)
{
    public static Destination InReplyTo(Asked asked) => new(DestinationKind.Message, asked.ReplyTo, asked.ChatId);

    public static Destination ToChat(string chatId) => new(DestinationKind.Chat, chatId, chatId);

    public static Destination ToPerson(string openId) => new(DestinationKind.Person, openId, openId);
}
