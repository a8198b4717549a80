using System.Globalization;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>A message event read back as the message that a chat shows.</summary>
internal static class Inbound
{
    public static (SentMessage Message, string? DirectChatWith)? From(JsonObject envelope)
    {
        if (envelope["event"]?["message"] is not JsonObject message || Text(message, "message_id") is not { } id) return null;
        var sender = Checks.String(envelope["event"]!["sender"]?["sender_id"]?["open_id"]);
        var (chat, type, content) = (Text(message, "chat_id") ?? "", Text(message, "message_type") ?? "", Text(message, "content") ?? "");
        var sent = new SentMessage(id, chat, type, content, At(message))
        {
            ParentId = Text(message, "parent_id"),
            RootId = Text(message, "root_id"),
            ThreadId = Text(message, "thread_id"),
            SenderId = sender,
            Mentions = message["mentions"] as JsonArray,
        };
        return (sent, Text(message, "chat_type") == "p2p" ? sender : null);
    }

    private static DateTimeOffset At(JsonObject message) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Text(message, "create_time") ?? "0", CultureInfo.InvariantCulture));

    private static string? Text(JsonObject message, string name) => Checks.String(message[name]);
}
