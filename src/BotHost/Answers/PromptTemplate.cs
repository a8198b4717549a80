using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Wenlu.BotHost.Answers;

/// <summary>A prompt file: the rules, a line of dashes, then the frame for the material. Placeholders stand in double braces.</summary>
internal sealed partial record PromptTemplate(string Rules, string Frame)
{
    public static PromptTemplate Load(string name, Language language)
    {
        var file = $"{name}.{(language == Language.Chinese ? "zh" : "en")}.md";
        using var stream = typeof(PromptTemplate).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The prompt {file} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        var parts = reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n---\n", 2);
        return new(parts[0].Trim(), parts[1].Trim());
    }

    /// <summary>The rules speak as the system, the material as the user.</summary>
    public IReadOnlyList<ChatMessage> Fill(IReadOnlyDictionary<string, string> values) =>
        [new(ChatRole.System, Fill(Rules, values)), new(ChatRole.User, Fill(Frame, values))];

    // In one pass, so that braces within the material stay what they are.
    private static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Placeholders().Replace(text, placeholder => values[placeholder.Groups[1].Value]);

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholders();
}
