using System.Text.Json;

namespace Wenlu.BotHost.Messages;

/// <summary>Kinds of messages that ask nothing: described for whoever quotes them, and answered with a sentence.</summary>
internal static class OtherKinds
{
    public static MessageBody Read(string type, JsonElement content, MentionNames names)
    {
        var details = Details(type, content, names).Trim();
        var mark = details.Length == 0 ? $"[{Name(type)}]" : $"[{Name(type)}: {details}]";
        return new MessageBody(mark, details) { Sentence = Sentence(type) };
    }

    private static string Name(string type) => type switch
    {
        "audio" => "voice message",
        "media" => "video",
        "sticker" => "sticker",
        "location" => "location",
        "share_chat" => "shared group",
        "share_user" => "shared contact",
        "system" => "system message",
        "hongbao" => "red packet",
        "share_calendar_event" or "calendar" or "general_calendar" => "calendar event",
        "video_chat" => "video meeting",
        "todo" => "task",
        "vote" => "poll",
        "folder" => "folder",
        _ => "message of another kind",
    };

    private static Bilingual Sentence(string type) => type switch
    {
        "audio" => MessageTexts.Voice,
        "media" => MessageTexts.Video,
        "sticker" => MessageTexts.Sticker,
        "location" => MessageTexts.Location,
        "share_chat" or "share_user" => MessageTexts.Shared,
        "system" => MessageTexts.System,
        "hongbao" => MessageTexts.RedPacket,
        "share_calendar_event" or "calendar" or "general_calendar" or "video_chat" => MessageTexts.Calendar,
        "todo" => MessageTexts.Task,
        "vote" => MessageTexts.Poll,
        "folder" => MessageTexts.Folder,
        _ => MessageTexts.UnknownKind,
    };

    private static string Details(string type, JsonElement content, MentionNames names) => type switch
    {
        "location" => content.Text("name"),
        "media" or "folder" => content.Text("file_name"),
        "share_calendar_event" or "calendar" or "general_calendar" => content.Text("summary"),
        "video_chat" => content.Text("topic"),
        "todo" when content.Member("summary") is { } summary => Post(summary, names),
        "vote" => Poll(content),
        _ => null,
    } ?? string.Empty;

    private static string Post(JsonElement summary, MentionNames names)
    {
        var writer = new BodyWriter();
        PostBody.Write(writer, summary, "content", names);
        return writer.ToBody().Words;
    }

    private static string Poll(JsonElement content)
    {
        var options = content.List("options").Select(option => option.ValueKind == JsonValueKind.String ? option.GetString() : null).OfType<string>();
        return $"{content.Text("topic")} ({string.Join(" / ", options)})";
    }
}
