using System.Text.Json;

namespace Wenlu.BotHost.Messages;

/// <summary>Reads the content of every documented kind of message. Garbage of any shape becomes a sentence, never an exception.</summary>
internal static class BodyReader
{
    public static MessageBody Read(string type, string content, MentionNames names)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            return Read(type, json.RootElement, names);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return Unreadable;
        }
    }

    private static MessageBody Unreadable => Wordless("[unreadable message]", MessageTexts.Unreadable);

    private static MessageBody Read(string type, JsonElement content, MentionNames names) => type switch
    {
        "text" => Text(content, names),
        "post" => Post(content, "content", names),
        "image" when content.Text("image_key") is { Length: > 0 } key => new MessageBody("[image]", string.Empty) { Images = [key] },
        "file" when content.Text("file_key") is { Length: > 0 } key => File(key, content.Text("file_name") ?? string.Empty),
        "merge_forward" => new MessageBody("[forwarded messages]", string.Empty) { IsForward = true },
        "interactive" => Post(content, "elements", names) with { Sentence = MessageTexts.Card },
        "image" or "file" => Unreadable,
        _ => OtherKinds.Read(type, content, names),
    };

    private static MessageBody Text(JsonElement content, MentionNames names)
    {
        if (content.Text("text") is not { } text)
            return Unreadable;
        var writer = new BodyWriter();
        TextBody.Write(writer, text, names);
        return writer.ToBody();
    }

    private static MessageBody Post(JsonElement content, string lines, MentionNames names)
    {
        if (content.ValueKind != JsonValueKind.Object)
            return Unreadable;
        var writer = new BodyWriter();
        PostBody.Write(writer, content, lines, names);
        return writer.ToBody();
    }

    private static MessageBody File(string key, string name)
    {
        var shown = name.Length > 0 ? name : key;
        return new MessageBody($"[file: {shown}]", string.Empty) { File = new AttachedFile(key, shown) };
    }

    private static MessageBody Wordless(string mark, Bilingual sentence) => new(mark, string.Empty) { Sentence = sentence };
}
