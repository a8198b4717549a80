using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Conversations.Commands;

/// <summary>
/// Tells a command from a question: <c>/help</c> and its like, and their Chinese names. None that is all that is said needs the
/// slash, but for the new topic in English, which is a word to go on from.
/// </summary>
internal static partial class CommandReader
{
    /// <returns>Null when there is a question to answer, be it one that begins a new topic.</returns>
    public static CommandKind? Read(string text)
    {
        if (NewTopic.QuestionAfter(text) is { } question)
            return question.Length == 0 ? CommandKind.NewTopic : null;
        if (Named().Match(text) is { Success: true } named && KindOf(named.Groups["name"].Value) is { } kind)
            return kind;
        return Unknown().IsMatch(text) ? CommandKind.Unknown : null;
    }

    /// <summary>Null for a name that none of the commands has.</summary>
    public static CommandKind? KindOf(string name) => name.ToLowerInvariant() switch
    {
        "help" or "帮助" => CommandKind.Help,
        "new" or "新话题" => CommandKind.NewTopic,
        "sources" or "来源" => CommandKind.Sources,
        "stop" or "停止" => CommandKind.Stop,
        "gaps" or "缺口" => CommandKind.Gaps,
        _ => null,
    };

    /// <summary>Whatever follows a command after a gap is left unread; a bare word is one only when it is everything.</summary>
    [GeneratedRegex(@"^\s*(?:[/／](?<name>\p{L}+)(?:[\s:：][\s\S]*|[\s。.!！]*)|(?<name>帮助|来源|停止|help|sources|stop)[\s。.!！]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    /// <summary>One word behind a slash, with no second slash or dot in it: a path is asked about, not meant.</summary>
    [GeneratedRegex(@"^\s*[/／][\p{L}\p{N}_-]+\s*$")]
    private static partial Regex Unknown();
}
