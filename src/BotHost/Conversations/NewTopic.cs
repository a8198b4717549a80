using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Conversations;

/// <summary>The wish to forget what was said and to start over: <c>/new</c>, <c>/新话题</c>, <c>新话题</c>; a question may follow.</summary>
internal static partial class NewTopic
{
    /// <returns>The question that follows, empty when none does; null when the text is no such wish.</returns>
    public static string? QuestionAfter(string text) =>
        Wish().Match(text) is { Success: true } match ? match.Groups["question"].Value.Trim() : null;

    /// <summary>A word of everyday language needs the colon, a command only a gap: "新话题有哪些？" asks for something.</summary>
    [GeneratedRegex(@"^\s*(?:[/／](?:new|新话题)(?:[\s:：]+|(?=\s*[。.!！]*\s*$))|新话题(?:\s*[:：]\s*|(?=\s*[。.!！]*\s*$)))(?<question>[\s\S]*?)[\s。.!！]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Wish();
}
