using System.Net;
using System.Text.Json;

namespace Wenlu.BotHost.Messages;

/// <summary>Rich text, and the simplified form in which cards come back: a title and lines of nodes.</summary>
/// <seealso href="https://open.feishu.cn/document/server-docs/im-v1/message-content-description/message_content"/>
internal static class PostBody
{
    /// <param name="lines">The member that holds the lines: <c>content</c> of a post, <c>elements</c> of a card.</param>
    public static void Write(BodyWriter writer, JsonElement post, string lines, MentionNames names)
    {
        var body = Unwrap(post, lines);
        if (body.Text("title") is { Length: > 0 } title)
        {
            writer.Say(title.Trim());
            writer.EndLine();
        }

        foreach (var line in body.List(lines))
        {
            foreach (var node in line.ValueKind == JsonValueKind.Array ? line.EnumerateArray().AsEnumerable() : [line])
                Write(writer, node, names);
            writer.EndLine();
        }
    }

    /// <summary>What was sent stands under its locale, what is received does not; some clients hand on the one for the other.</summary>
    private static JsonElement Unwrap(JsonElement post, string lines)
    {
        for (var depth = 0; depth < 2 && post.ValueKind == JsonValueKind.Object && !post.TryGetProperty(lines, out _); depth++)
            post = post.EnumerateObject().Select(member => member.Value).FirstOrDefault(value => value.ValueKind == JsonValueKind.Object);
        return post;
    }

    private static void Write(BodyWriter writer, JsonElement node, MentionNames names)
    {
        switch (node.Text("tag"))
        {
            case "text":
                Styled(writer, Unescaped(node), node);
                break;
            case "a":
                writer.Link(node.Text("text") ?? string.Empty, node.Text("href") ?? string.Empty);
                break;
            case "at":
                writer.Mark(names.Of(node.Text("user_id") ?? string.Empty, node.Text("user_name")));
                break;
            case "img" when node.Text("image_key") is { Length: > 0 } key:
                writer.Image(key);
                break;
            case "media":
                writer.Mark("[video]");
                break;
            case "emotion":
                writer.Mark($":{node.Text("emoji_type")}:");
                break;
            case "hr":
                writer.Mark("\n---\n");
                break;
            case "code_block":
                CodeBlock(writer, node);
                break;
            case "button" or "select_static" or "input" or "overflow":
                break;
            default:
                writer.Say(node.Text("text") ?? node.Text("content") ?? string.Empty);
                break;
        }
    }

    private static string Unescaped(JsonElement node)
    {
        var text = node.Text("text") ?? string.Empty;
        return node.Flag("un_escape") ? WebUtility.HtmlDecode(text) : text;
    }

    /// <summary>Marks stand at the words themselves: with a blank inside they would be asterisks.</summary>
    private static void Styled(BodyWriter writer, string text, JsonElement node)
    {
        var words = text.Trim();
        var mark = words.Length == 0 || words.Contains('\n', StringComparison.Ordinal)
            ? string.Empty
            : string.Concat(node.List("style").Select(style => style.ValueKind == JsonValueKind.String ? style.GetString() : null).Select(Mark));
        var start = text.Length - text.TrimStart().Length;
        writer.Say($"{text[..start]}{mark}{words}{string.Concat(mark.Reverse())}{text[(start + words.Length)..]}", text);
    }

    private static string Mark(string? style) => style switch
    {
        "bold" => "**",
        "italic" => "*",
        "lineThrough" => "~~",
        _ => string.Empty,
    };

    /// <summary>The fence is longer than any within the code.</summary>
    private static void CodeBlock(BodyWriter writer, JsonElement node)
    {
        var code = (node.Text("text") ?? string.Empty).TrimEnd('\n');
        var language = string.Concat((node.Text("language") ?? string.Empty).Where(character => char.IsLetterOrDigit(character) || character is '+' or '#' or '-')).ToLowerInvariant();
        var fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        writer.Say($"\n{fence}{language}\n{code}\n{fence}\n", $"\n{code}\n");
    }
}
