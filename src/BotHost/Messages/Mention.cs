namespace Wenlu.BotHost.Messages;

/// <param name="Key">The placeholder in the text: <c>@_user_1</c>, or <c>@_all</c>.</param>
internal sealed record Mention(string Key, string? OpenId, string Name)
{
    public const string Everybody = "@_all";

    /// <summary>Of a person; null where it is not told, and of a bot, which reads nothing.</summary>
    public string? Tenant { get; init; }
}
