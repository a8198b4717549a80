using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>A message somebody writes: <c>AMessage.InGroup().MentioningBot().Saying("年假有几天？")</c>.</summary>
public sealed record AMessage
{
    public const string SomeUser = "ou_0000000000000000000000000000aaaa";
    public const string SomeGroup = "oc_000000000000000000000000000000c1";
    public const string SomeDirectChat = "oc_000000000000000000000000000000d1";

    private AMessage()
    {
    }

    public string MessageId { get; private init; } = $"om_x{Guid.NewGuid():N}"[..35];

    public string EventId { get; private init; } = Guid.NewGuid().ToString("N");

    public string ChatId { get; private init; } = SomeDirectChat;

    public bool IsDirect { get; private init; }

    public string? ThreadId { get; private init; }

    public string? RootId { get; private init; }

    public string? ParentId { get; private init; }

    public string Sender { get; private init; } = SomeUser;

    public string SenderType { get; private init; } = "user";

    public string? TenantKey { get; private init; }

    public string MessageType { get; private init; } = "text";

    public string Text { get; private init; } = "";

    public JsonObject? OtherContent { get; private init; }

    public DateTimeOffset? WrittenAt { get; private init; }

    public ImmutableList<Mention> Mentions { get; private init; } = [];

    public static AMessage InDirectChat(string chatId = SomeDirectChat) => new() { ChatId = chatId, IsDirect = true };

    public static AMessage InGroup(string chatId = SomeGroup) => new() { ChatId = chatId };

    public AMessage InThread(string threadId = "omt_000000000001", string? root = null) =>
        this with { ThreadId = threadId, RootId = root ?? $"om_root_{threadId}", ParentId = ParentId ?? root ?? $"om_root_{threadId}" };

    public AMessage From(string openId) => this with { Sender = openId };

    /// <summary>Somebody from outside, or another tenant's app.</summary>
    public AMessage OfTenant(string tenantKey) => this with { TenantKey = tenantKey };

    public AMessage FromAnotherBot() => this with { SenderType = "bot" };

    public AMessage Saying(string text) => this with { Text = text, MessageType = "text" };

    public AMessage WithContent(string messageType, JsonObject content) => this with { MessageType = messageType, OtherContent = content };

    public AMessage ReplyingTo(string messageId, string? root = null) => this with { ParentId = messageId, RootId = root ?? messageId };

    /// <summary>The bot of the platform that the message is delivered for.</summary>
    public AMessage MentioningBot() => this with { Mentions = Mentions.Add(new Mention(null, "bot", null)) };

    public AMessage Mentioning(string openId, string name) => this with { Mentions = Mentions.Add(new Mention(openId, "user", name)) };

    /// <summary>A guest of the group, from another tenant.</summary>
    public AMessage MentioningGuest(string openId, string name, string tenantKey) =>
        this with { Mentions = Mentions.Add(new Mention(openId, "user", name) { TenantKey = tenantKey }) };

    public AMessage MentioningAll() => this with { Mentions = Mentions.Add(new Mention("", "all", "所有人")) };

    public AMessage WithId(string messageId) => this with { MessageId = messageId };

    /// <summary>The same message in another event, as two subscriptions or a resend under a new id produce it.</summary>
    public AMessage InAnotherEvent() => this with { EventId = Guid.NewGuid().ToString("N") };

    public AMessage At(DateTimeOffset time) => this with { WrittenAt = time };

    /// <summary>The envelope 2.0 of im.message.receive_v1.</summary>
    public JsonObject ToEvent(FeishuPlatformOptions app)
    {
        var written = WrittenAt ?? app.Time.GetUtcNow();
        var body = new JsonObject { ["sender"] = SenderJson(app), ["message"] = MessageJson(app, written) };
        return Envelope.Version2(app, "im.message.receive_v1", EventId, $"{written.ToUnixTimeMilliseconds()}", body);
    }

    /// <summary>The envelope of im.message.recalled_v1, always as a new event.</summary>
    public JsonObject ToRecall(FeishuPlatformOptions app)
    {
        var now = $"{app.Time.GetUtcNow().ToUnixTimeMilliseconds()}";
        var body = new JsonObject
        {
            ["message_id"] = MessageId,
            ["chat_id"] = ChatId,
            ["recall_time"] = now,
            ["recall_type"] = "message_owner",
        };
        return Envelope.Version2(app, "im.message.recalled_v1", Guid.NewGuid().ToString("N"), now, body);
    }

    private JsonObject SenderJson(FeishuPlatformOptions app) => new()
    {
        ["sender_id"] = Ids(Sender),
        ["sender_type"] = SenderType,
        ["tenant_key"] = TenantKey ?? app.TenantKey,
    };

    private JsonObject MessageJson(FeishuPlatformOptions app, DateTimeOffset written)
    {
        var message = new JsonObject
        {
            ["message_id"] = MessageId,
            ["create_time"] = $"{written.ToUnixTimeMilliseconds()}",
            ["update_time"] = $"{written.ToUnixTimeMilliseconds()}",
            ["chat_id"] = ChatId,
            ["chat_type"] = IsDirect ? "p2p" : "group",
            ["message_type"] = MessageType,
            ["content"] = (OtherContent ?? new JsonObject { ["text"] = TextWithPlaceholders() }).ToCompactJson(),
        };
        foreach (var (name, value) in new[] { ("root_id", RootId), ("parent_id", ParentId), ("thread_id", ThreadId) })
            if (value is not null) message[name] = value;
        if (!Mentions.IsEmpty) message["mentions"] = new JsonArray([.. Mentions.Select((mention, index) => MentionJson(mention, index, app))]);
        return message;
    }

    /// <summary>A placeholder that the text does not place itself stands in front of it.</summary>
    private string TextWithPlaceholders()
    {
        var missing = Mentions.Select(KeyOf).Where(key => !Text.Contains(key, StringComparison.Ordinal));
        return string.Concat(missing.Select(key => key + " ")) + Text;
    }

    private static string KeyOf(Mention mention, int index) => mention.Kind == "all" ? "@_all" : $"@_user_{index + 1}";

    private static JsonObject MentionJson(Mention mention, int index, FeishuPlatformOptions app)
    {
        var isAll = mention.Kind == "all";
        var json = new JsonObject
        {
            ["key"] = KeyOf(mention, index),
            ["id"] = isAll ? new JsonObject { ["union_id"] = "", ["user_id"] = "", ["open_id"] = "" } : Ids(mention.OpenId ?? app.BotOpenId),
            ["name"] = mention.Name ?? app.BotName,
            ["tenant_key"] = isAll ? "" : mention.TenantKey ?? app.TenantKey,
        };
        if (!isAll) json["mentioned_type"] = mention.Kind;
        return json;
    }

    private static JsonObject Ids(string openId) => new() { ["union_id"] = $"on_{openId[3..]}", ["user_id"] = "", ["open_id"] = openId };
}

/// <summary>Somebody named in a message; the bot itself when no open_id is given.</summary>
public sealed record Mention(string? OpenId, string Kind, string? Name)
{
    /// <summary>Null: the app's own.</summary>
    public string? TenantKey { get; init; }
}
