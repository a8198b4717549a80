using System.Text.Json;
using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Conversations;

/// <summary>What a person wrote, without the platform's placeholders.</summary>
internal static partial class MessageText
{
    /// <summary>The text of a text message; null when the content is not what the platform documents.</summary>
    public static string? Of(IncomingMessage message, string? botOpenId) =>
        Replace(message, placeholder => Name(message.Mentions, placeholder, botOpenId));

    /// <summary>The same without anybody's name: a knowledge base is not searched for the people who are to listen.</summary>
    public static string WithoutNames(IncomingMessage message) => Replace(message, _ => string.Empty) ?? string.Empty;

    private static string? Replace(IncomingMessage message, Func<string, string> replacement) =>
        Parse(message.Content) is { } text ? Placeholder().Replace(text, match => replacement(match.Value)).Trim() : null;

    private static string? Parse(string content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, MessageJson.Default.TextContent)?.Text;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The bot itself and everybody disappear; other people become readable names for the model.</summary>
    private static string Name(IReadOnlyList<Mention> mentions, string placeholder, string? botOpenId)
    {
        var mention = mentions.FirstOrDefault(mention => mention.Key == placeholder);
        return mention is null || placeholder == Addressing.Everybody || (botOpenId is not null && mention.OpenId == botOpenId)
            ? string.Empty
            : $"@{mention.Name}";
    }

    /// <summary>Greedy digits: <c>@_user_1</c> is a prefix of <c>@_user_10</c>.</summary>
    [GeneratedRegex("@_user_[0-9]+|@_all")]
    private static partial Regex Placeholder();
}
