using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>Reactions of the bot to people's messages: one of an emoji on a message, and only its own can go again.</summary>
internal sealed class ReactionDesk(MessageDesk messages)
{
    /// <summary>Those that the documents name as useful to a bot; names are case-sensitive.</summary>
    private static readonly HashSet<string> Emojis =
        ["Typing", "OnIt", "OneSecond", "THINKING", "Get", "OK", "DONE", "CheckMark", "CrossMark", "ERROR", "THUMBSUP", "ThumbsDown"];

    private readonly List<SentReaction> reactions = [];

    public IReadOnlyList<SentReaction> Reactions => reactions;

    public JsonObject Add(Call call)
    {
        call.AllowQuery();
        call.AllowMembers("reaction_type");
        var (message, emoji) = (Reachable(call), Emoji(call.Body["reaction_type"]));
        if (reactions.Any(reaction => reaction.MessageId == message.MessageId && reaction.Emoji == emoji))
            throw new Refusal(231015, $"{emoji} was added to {message.MessageId} before", isViolation: true);
        var added = new SentReaction($"rct_{Guid.NewGuid():N}", message.MessageId, emoji, call.At);
        reactions.Add(added);
        return Describe(added);
    }

    public JsonObject Remove(Call call)
    {
        call.AllowQuery();
        call.HasNoBody();
        var (message, id) = (Reachable(call), call.Route("reaction_id"));
        var index = reactions.FindIndex(reaction => reaction.Id == id && reaction.MessageId == message.MessageId);
        if (index < 0) throw new Refusal(231003, $"the bot has no reaction '{id}' on {message.MessageId}", isViolation: true);
        // It may be asked for again when the answer to the first time was lost.
        if (reactions[index].RemovedAt is not null) throw new Refusal(231003, "The reaction is gone.");
        reactions[index] = reactions[index] with { RemovedAt = call.At };
        return Describe(reactions[index]);
    }

    private SentMessage Reachable(Call call)
    {
        var message = messages.Known(call.Route("message_id"));
        if (message.Recalled) throw new Refusal(231003, "The message is gone.");
        if (messages.IsClosed(message.ChatId)) throw new Refusal(231002, "The bot is not in the chat.");
        return message;
    }

    private static string Emoji(JsonNode? type) => type is JsonObject { Count: 1 } only && Checks.String(only["emoji_type"]) is { } emoji && Emojis.Contains(emoji)
        ? emoji
        : throw new Refusal(231001, "reaction type is invalid", isViolation: true);

    private static JsonObject Describe(SentReaction reaction) => new()
    {
        ["reaction_id"] = reaction.Id,
        ["operator"] = new JsonObject { ["operator_id"] = "cli", ["operator_type"] = "app" },
        ["action_time"] = $"{(reaction.RemovedAt ?? reaction.AddedAt).ToUnixTimeMilliseconds()}",
        ["reaction_type"] = new JsonObject { ["emoji_type"] = reaction.Emoji },
    };
}

/// <summary>A reaction of the bot's, standing until it was removed.</summary>
public sealed record SentReaction(string Id, string MessageId, string Emoji, DateTimeOffset AddedAt)
{
    public DateTimeOffset? RemovedAt { get; init; }
}
