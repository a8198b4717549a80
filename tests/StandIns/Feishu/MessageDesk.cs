using System.Text;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>Chats and their messages: send, reply, patch.</summary>
internal sealed class MessageDesk(FeishuPlatformOptions options, RateLimits rates, CardDesk cards, Findings findings)
{
    private const int MaxTextBytes = 150 * 1024;
    private const int MaxResourceBytes = 100 << 20;
    private static readonly TimeSpan UuidMemory = TimeSpan.FromHours(1);
    private static readonly TimeSpan UpdatableFor = TimeSpan.FromDays(14);
    private static readonly string[] IdTypes = ["open_id", "union_id", "user_id", "email", "chat_id"];
    private readonly List<SentMessage> messages = [];
    private readonly Dictionary<string, string> directChats = [];
    private readonly HashSet<string> closedChats = [];
    private readonly HashSet<string> openChats = [];
    private readonly Dictionary<(string MessageId, string Key), (string Type, byte[] Content)> resources = [];
    private readonly Dictionary<string, int> unreadable = [];
    private readonly List<(string ChatId, string OpenId, string Name)> members = [];

    public IReadOnlyList<SentMessage> Messages => messages;

    public void Take(SentMessage fromPerson, string? directChatWith)
    {
        if (directChatWith is not null) directChats[directChatWith] = fromPerson.ChatId;
        if (messages.All(message => message.MessageId != fromPerson.MessageId)) messages.Add(fromPerson);
    }

    public void Recall(string messageId) => Replace(Known(messageId), message => message with { Recalled = true });

    public void Show(SentMessage message, string content) => Replace(message, old => old with { Content = content, Replaced = [.. old.Replaced, old.Content] });

    public void Close(string chatId) => closedChats.Add(chatId);

    /// <summary>The bot is in this chat, whether anything was written there or not.</summary>
    public void Open(string chatId)
    {
        closedChats.Remove(chatId);
        openChats.Add(chatId);
    }

    /// <summary>Everybody in the app's range can be written to; the chat comes into being then at the latest.</summary>
    public void OpenDirect(string openId, string? chatId)
    {
        var chat = chatId ?? directChats.GetValueOrDefault(openId) ?? $"oc_{Guid.NewGuid():N}";
        directChats[openId] = chat;
        Open(chat);
    }

    public bool IsClosed(string chatId) => closedChats.Contains(chatId);

    public JsonObject Send(Call call)
    {
        call.AllowQuery("receive_id_type");
        call.AllowMembers("receive_id", "msg_type", "content", "uuid");
        var chat = ChatOf(call.QueryValue("receive_id_type"), call.Text("receive_id"));
        return Post(call, chat, new SentMessage(NewId(), chat, "", "", call.At));
    }

    public JsonObject Reply(Call call)
    {
        call.AllowQuery();
        call.AllowMembers("msg_type", "content", "reply_in_thread", "uuid");
        var parent = Known(call.Route("message_id"));
        if (parent.Recalled) throw new Refusal(230011, "The message is recalled.");
        var thread = parent.ThreadId ?? (call.Flag("reply_in_thread") ? $"omt_{parent.MessageId}" : null);
        return Post(call, parent.ChatId, new SentMessage(NewId(), parent.ChatId, "", "", call.At)
        {
            ParentId = parent.MessageId,
            RootId = parent.RootId ?? parent.MessageId,
            ThreadId = thread,
        });
    }

    public JsonObject Patch(Call call)
    {
        call.AllowQuery();
        call.AllowMembers("content");
        var message = Known(call.Route("message_id"));
        CheckPatch(call, message);
        var content = call.Text("content");
        CheckCard(content);
        Show(message, content);
        return [];
    }

    /// <summary>One item, or a forwarded parcel followed by what is in it, whatever the order in which that was written.</summary>
    public JsonObject Get(Call call)
    {
        call.AllowQuery("user_id_type");
        call.HasNoBody();
        if (call.QueryValue("user_id_type") is not (null or "open_id" or "union_id" or "user_id"))
            throw Refusal.BadRequest("user_id_type is unknown");
        var message = FindNamed(call.Route("message_id"));
        if (unreadable.TryGetValue(message.MessageId, out var code)) throw new Refusal(code, "The message cannot be read.");
        if (closedChats.Contains(message.ChatId)) throw new Refusal(230002, "The bot is not in the group.");
        return new JsonObject { ["items"] = new JsonArray([Item(message), .. Below(message.MessageId).Select(Item)]) };
    }

    /// <summary>The content itself. Only what stands in the message can be had with its id, and nothing of a forwarded one.</summary>
    public byte[] Resource(Call call)
    {
        call.AllowQuery("type");
        call.HasNoBody();
        var (message, key) = (Known(call.Route("message_id")), call.Route("file_key"));
        if (message.Recalled) throw new Refusal(230110, "The message is deleted.");
        if (unreadable.TryGetValue(message.MessageId, out var code)) throw new Refusal(code, "The message cannot be read.");
        if (call.QueryValue("type") is not ("image" or "file")) throw Refusal.BadRequest("type is missing or unknown");
        if (!resources.TryGetValue((message.MessageId, key), out var resource))
            throw new Refusal(234003, "The file is not in the message.", isViolation: !message.Content.Contains(key, StringComparison.Ordinal));
        if (message.UpperId is not null) throw new Refusal(234043, "Files of forwarded messages cannot be fetched.", isViolation: true);
        if (resource.Type != call.QueryValue("type")) throw new Refusal(234003, $"the resource is of type {resource.Type}", isViolation: true);
        return resource.Content.Length <= MaxResourceBytes ? resource.Content : throw new Refusal(234037, "The file is too large.");
    }

    public void AddMember(string chatId, string openId, string name) => members.Add((chatId, openId, name));

    /// <summary>One on a page, whatever size was asked for: a page may be shorter.</summary>
    public JsonObject Members(Call call)
    {
        call.AllowQuery("member_id_type", "page_size", "page_token");
        call.HasNoBody();
        if (call.QueryValue("member_id_type") != "open_id") throw Refusal.BadRequest("member_id_type is not the one that is wanted");
        if (!int.TryParse(call.QueryValue("page_size"), out var size) || size is < 1 or > 100) throw Refusal.BadRequest("page_size is out of range");
        var chat = ChatOf("chat_id", call.Route("chat_id"));
        if (closedChats.Contains(chat)) throw new Refusal(232011, "Operator can NOT be out of the chat.");
        var inChat = members.Where(member => member.ChatId == chat).ToList();
        var at = call.QueryValue("page_token") is { } token ? int.Parse(token, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return new JsonObject
        {
            ["items"] = new JsonArray([.. inChat.Skip(at).Take(1).Select(member => new JsonObject
            {
                ["member_id_type"] = "open_id",
                ["member_id"] = member.OpenId,
                ["name"] = member.Name,
                ["tenant_key"] = options.TenantKey,
            })]),
            ["page_token"] = at + 1 < inChat.Count ? $"{at + 1}" : "",
            ["has_more"] = at + 1 < inChat.Count,
            ["member_total"] = inChat.Count,
        };
    }

    public void Keep(string messageId, string key, string type, byte[] content) => resources[(messageId, key)] = (type, content);

    public void Hide(string messageId, int code) => unreadable[messageId] = code;

    private IEnumerable<SentMessage> Below(string parcel) =>
        messages.Where(message => message.UpperId == parcel).SelectMany(child => Below(child.MessageId).Prepend(child));

    private void CheckPatch(Call call, SentMessage message)
    {
        if (message.Recalled) throw new Refusal(230011, "The message is recalled.");
        if (!message.FromBot || message.MessageType != "interactive") throw new Refusal(230001, "not a card of this app", isViolation: true);
        if (message.CardId is not null) throw new Refusal(230001, "a card entity is updated through CardKit", isViolation: true);
        if (call.At - message.SentAt > UpdatableFor) throw new Refusal(230031, "too old to be updated");
        if (rates.TryTake($"message {message.MessageId}", options.Rates.PerMessageAndSecond, TimeSpan.FromSeconds(1)) is not null)
            throw new Refusal(230020, "This operation triggers the frequency limit.");
    }

    private JsonObject Post(Call call, string chat, SentMessage draft)
    {
        var uuid = call.OptionalText("uuid", 50);
        if (Remembered(uuid, call.At) is { } first)
            return options.RefuseRepeatedUuid ? throw new Refusal(230049, "The message is being sent.") : Describe(first);
        if (closedChats.Contains(chat)) throw new Refusal(230002, "The bot is not in the group.");
        if (rates.TryTake($"chat {chat}", options.Rates.PerChatAndSecond, TimeSpan.FromSeconds(1)) is not null)
            throw new Refusal(230020, "This operation triggers the frequency limit.");
        var (type, content) = (call.Text("msg_type"), call.Text("content"));
        var message = draft with { MessageType = type, Content = content, Uuid = uuid, FromBot = true, CardId = CheckContent(type, content) };
        messages.Add(message);
        return Describe(message);
    }

    /// <summary>The card entity that is shown by this message, if it is one.</summary>
    private string? CheckContent(string type, string content)
    {
        if (type == "interactive") return IsEntity(content, out var cardId) ? cards.Show(cardId) : CheckCard(content);
        if (type is not ("text" or "post")) throw new Refusal(230001, $"msg_type '{type}' is not expected here", isViolation: true);
        CheckSize(content, type == "text" ? MaxTextBytes : CardValidator.MaxBytes);
        if (Checks.String(ParseObject(content)?["text"])?.Contains("<at", StringComparison.OrdinalIgnoreCase) == true) findings.AddMention(content);
        var isRight = ParseObject(content) is { } value && (type == "post" || Checks.String(value["text"]) is { Length: > 0 });
        return isRight ? null : throw new Refusal(230001, "the content does not fit its type", isViolation: true);
    }

    private string? CheckCard(string content)
    {
        CheckSize(content, CardValidator.MaxBytes);
        var report = CardValidator.Validate(content);
        findings.Add(report);
        if (report.Problems.Count == 0) return null;
        throw new Refusal(230099, $"Failed to create card content, ext={CardErrors.Explain(report)}");
    }

    private SentMessage? Remembered(string? uuid, DateTimeOffset now) =>
        uuid is null ? null : messages.FirstOrDefault(message => message.Uuid == uuid && now - message.SentAt < UuidMemory);

    private string ChatOf(string? idType, string receiver)
    {
        if (!IdTypes.Contains(idType)) throw new Refusal(230001, "receive_id_type is missing or unknown", isViolation: true);
        if (idType != "chat_id")
            return directChats.TryGetValue(receiver, out var chat) ? chat : throw new Refusal(230013, "out of the app's range");
        var isKnown = closedChats.Contains(receiver) || openChats.Contains(receiver) || messages.Any(message => message.ChatId == receiver);
        return isKnown ? receiver : throw new Refusal(230002, "The bot is not in the group.");
    }

    public SentMessage Known(string messageId) =>
        messages.FirstOrDefault(message => message.MessageId == messageId)
        ?? throw new Refusal(230001, $"no message '{messageId}'", isViolation: true);

    /// <summary>One that another message names may be gone; one that nothing names was made up.</summary>
    private SentMessage FindNamed(string messageId) => messages.FirstOrDefault(message => message.MessageId == messageId)
        ?? throw new Refusal(230110, "The message is deleted.", isViolation: messages.All(other => other.ParentId != messageId && other.RootId != messageId));

    private void Replace(SentMessage message, Func<SentMessage, SentMessage> change) =>
        messages[messages.IndexOf(message)] = change(message);

    private JsonObject Describe(SentMessage message)
    {
        var description = Describe(message, options);
        foreach (var (name, value) in new[] { ("root_id", message.RootId), ("parent_id", message.ParentId), ("thread_id", message.ThreadId) })
            if (value is not null) description[name] = value;
        return description;
    }

    private static JsonObject Describe(SentMessage message, FeishuPlatformOptions options) => new()
    {
        ["message_id"] = message.MessageId,
        ["msg_type"] = message.MessageType,
        ["create_time"] = $"{message.SentAt.ToUnixTimeMilliseconds()}",
        ["update_time"] = $"{message.SentAt.ToUnixTimeMilliseconds()}",
        ["deleted"] = false,
        ["updated"] = false,
        ["chat_id"] = message.ChatId,
        ["sender"] = new JsonObject
        {
            ["id"] = options.AppId,
            ["id_type"] = "app_id",
            ["sender_type"] = "app",
            ["tenant_key"] = options.TenantKey,
        },
        // A card comes back as a stub, never as it was sent.
        ["body"] = new JsonObject { ["content"] = message is { MessageType: "interactive", FromBot: true } ? """{"title":"","elements":[[]]}""" : message.Content },
    };

    /// <summary>As it is read back: ids are plain texts with their type beside them, and a recalled message has lost its content.</summary>
    private JsonObject Item(SentMessage message)
    {
        var item = Describe(message);
        item["deleted"] = message.Recalled;
        if (message.UpperId is not null) item["upper_message_id"] = message.UpperId;
        if (message.Recalled) item["body"] = new JsonObject { ["content"] = "This message was recalled" };
        if (message.SenderId is { } sender)
            item["sender"] = new JsonObject { ["id"] = sender, ["id_type"] = "open_id", ["sender_type"] = "user", ["tenant_key"] = options.TenantKey };
        if (message.Mentions is { Count: > 0 } mentions) item["mentions"] = new JsonArray([.. mentions.OfType<JsonObject>().Select(ReadBack)]);
        return item;
    }

    private static JsonObject ReadBack(JsonObject mention) => new()
    {
        ["key"] = mention["key"]!.DeepClone(),
        ["id"] = mention["id"]!["open_id"]!.DeepClone(),
        ["id_type"] = "open_id",
        ["name"] = mention["name"]!.DeepClone(),
        ["tenant_key"] = mention["tenant_key"]!.DeepClone(),
    };

    private static bool IsEntity(string content, out string cardId)
    {
        var reference = ParseObject(content);
        cardId = Checks.String((reference?["data"] as JsonObject)?["card_id"]) ?? "";
        return Checks.String(reference?["type"]) == "card";
    }

    private static JsonObject? ParseObject(string content)
    {
        try
        {
            return JsonNode.Parse(content) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static void CheckSize(string content, int max)
    {
        if (Encoding.UTF8.GetByteCount(content) > max) throw new Refusal(230025, "The length of the message content reaches its limit.");
    }

    private static string NewId() => $"om_x{Guid.NewGuid():N}"[..35];
}
