namespace Wenlu.BotHost.Messages;

/// <summary>Who the placeholders of a message stand for. The bot itself and everybody disappear, other people become readable names.</summary>
internal sealed class MentionNames(IReadOnlyList<Mention> mentions, Func<string?, bool> isBot)
{
    private const int LongestName = 64;

    /// <param name="key">The placeholder: <c>@_user_1</c>.</param>
    /// <param name="spoken">The name that stands beside it, for those the message does not list.</param>
    public string Of(string key, string? spoken = null)
    {
        if (key is Mention.Everybody or "all")
            return string.Empty;
        var mention = mentions.FirstOrDefault(mention => mention.Key == key);
        if (mention is not null && isBot(mention.OpenId))
            return string.Empty;
        return OneLine(mention?.Name is { Length: > 0 } name ? name : spoken) is { Length: > 0 } line ? $"@{line}" : string.Empty;
    }

    private static string OneLine(string? name) => string.Concat((name ?? string.Empty).Where(character => !char.IsControl(character)).Take(LongestName)).Trim();
}
