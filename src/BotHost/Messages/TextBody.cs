using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Messages;

/// <summary>A text message: links arrive as Markdown, people as placeholders.</summary>
internal static partial class TextBody
{
    public static void Write(BodyWriter writer, string text, MentionNames names)
    {
        var at = 0;
        foreach (Match match in Marks().Matches(text))
        {
            writer.Say(text[at..match.Index]);
            if (match.Groups["target"] is { Success: true } target)
                writer.Link(match.Groups["label"].Value, target.Value);
            else
                writer.Mark(names.Of(match.Value));
            at = match.Index + match.Length;
        }

        writer.Say(text[at..]);
    }

    /// <summary>Greedy digits: <c>@_user_1</c> is a prefix of <c>@_user_10</c>.</summary>
    [GeneratedRegex(@"@_user_[0-9]+|@_all|\[(?<label>[^\[\]\n]*)\]\((?<target>(?:https?://|mailto:)[^\s()<>]+)\)")]
    private static partial Regex Marks();
}
