using System.Text;
using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Messages;

/// <summary>Collects what a message says in its two forms: for a model, and for a search.</summary>
internal sealed partial class BodyWriter
{
    private readonly StringBuilder markdown = new();
    private readonly StringBuilder words = new();
    private readonly List<string> images = [];

    /// <summary>What somebody wrote.</summary>
    public void Say(string text) => Say(text, text);

    /// <summary>What only a model has to see.</summary>
    public void Mark(string text) => Say(text, string.Empty);

    public void Say(string forModel, string forSearch)
    {
        markdown.Append(forModel);
        words.Append(forSearch);
    }

    public void Link(string label, string target)
    {
        var isBare = label.Length == 0 || label == target || label.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        Say(IsLink(target) ? $"[{(label.Length == 0 ? target : label)}]({target})" : label, isBare ? " " : label);
    }

    public void Image(string key)
    {
        images.Add(key);
        Mark("[image]");
    }

    public void EndLine() => Say("\n");

    public MessageBody ToBody() => new(Tidy(markdown), Tidy(words)) { Images = images };

    private static bool IsLink(string target) =>
        (target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        && !target.Any(character => char.IsWhiteSpace(character) || character is '(' or ')' or '<' or '>');

    private static string Tidy(StringBuilder text) => EmptyLines().Replace(Unprintable().Replace(text.ToString(), string.Empty), "\n\n").Trim();

    [GeneratedRegex(@"[\p{Cc}\u200B\uFEFF-[\n\t]]")]
    private static partial Regex Unprintable();

    [GeneratedRegex(@"[ \t]*\n([ \t]*\n){2,}")]
    private static partial Regex EmptyLines();
}
