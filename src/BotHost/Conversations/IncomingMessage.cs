using Wenlu.BotHost.Messages;

namespace Wenlu.BotHost.Conversations;

/// <summary>A message as the platform pushed it, turned into our own values at the border.</summary>
/// <param name="Conversation">The chat, or the thread in it.</param>
internal sealed record IncomingMessage(
    string MessageId, string ChatId, string Conversation, bool IsDirect, string Type, string Content, IReadOnlyList<Mention> Mentions, Sender Sender)
{
    public string? ParentId { get; init; }

    /// <summary>The tenant the app lives in; a sender of another tenant is an outsider.</summary>
    public string? AppTenant { get; init; }

    public Asked Asked => new(MessageId, MessageId, ChatId, Conversation, Sender.OpenId, IsDirect);

    /// <param name="ourIds">The open_ids of this bot, whose own name is no part of what was said.</param>
    public MessageBody ReadBody(IReadOnlySet<string> ourIds) =>
        BodyReader.Read(Type, Content, new MentionNames(Mentions, openId => openId is not null && ourIds.Contains(openId)));

    public bool IsInThread => Conversation != ChatId;

    public bool IsFromOutsider => IsOutside(Sender.Tenant);

    /// <summary>By an outsider, or naming one of the group's: either is in the chat.</summary>
    public bool ShowsOutsider => IsFromOutsider || (!IsDirect && Mentions.Any(mention => IsOutside(mention.Tenant)));

    private bool IsOutside(string? tenant) => AppTenant is not null && !string.IsNullOrEmpty(tenant) && tenant != AppTenant;
}

/// <param name="Type"><c>user</c>, <c>bot</c> or <c>app</c>.</param>
internal sealed record Sender(string? OpenId, string Type, string? Tenant)
{
    public bool IsPerson => Type == "user";
}
