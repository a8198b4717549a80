using Wenlu.BotHost.Conversations.Commands;

namespace Wenlu.BotHost.Welcome;

/// <summary>What an entry of the bot's menu means: the console gives each a key, such as <c>help</c>, <c>kb_help</c> or <c>新话题</c>.</summary>
internal static class MenuKey
{
    private static readonly char[] Separators = ['_', '-', '.', ':', '/', ' '];

    /// <summary>The key's last word names a command; a key that names none gets the help.</summary>
    public static CommandKind Read(string? key) =>
        CommandReader.KindOf((key ?? string.Empty).Trim().Split(Separators)[^1]) ?? CommandKind.Help;
}
