namespace Wenlu.BotHost.Conversations;

internal enum Command
{
    None,

    /// <summary>Forget what was said and start over.</summary>
    NewTopic,
}

internal static class Commands
{
    public static Command Of(string text) => text.Trim().TrimEnd('。', '.', '!', '！').ToUpperInvariant() switch
    {
        "/NEW" or "/新话题" or "新话题" => Command.NewTopic,
        _ => Command.None,
    };
}
