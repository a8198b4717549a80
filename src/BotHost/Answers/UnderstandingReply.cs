using System.Text.Json;
using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Answers;

/// <summary>What a model made of a question. Models that were asked for JSON give it bare, fenced, or not at all.</summary>
/// <param name="Question">Understandable without the conversation.</param>
/// <param name="Phrasings">Other words to search for.</param>
/// <param name="Language">The asker's; null when it was not told, or is none that we speak.</param>
internal sealed partial record UnderstandingReply(string Question, IReadOnlyList<string> Phrasings, Language? Language)
{
    private const int LongestQuestion = 300;
    private const int LongestPhrasing = 200;
    private const int MostPhrasings = 3;

    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 8 };

    /// <summary>Reads the object that was asked for, or one plain line, which is the question; anything else is a model that did something of its own: null.</summary>
    public static UnderstandingReply? Read(string reply)
    {
        var text = Fence().Replace(reply.Trim(), "$1").Trim();
        if (!text.StartsWith('{'))
            return Line(text.Trim('"', '“', '”', '「', '」', '\''), LongestQuestion) is { } line ? new(line, [], null) : null;
        try
        {
            using var json = JsonDocument.Parse(text, Tolerant);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static UnderstandingReply? Read(JsonElement root)
    {
        if (Line(root, "question", LongestQuestion) is not { } question)
            return null;
        var phrasings = root.TryGetProperty("phrasings", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(item => Line(item, LongestPhrasing)).OfType<string>()
            : [];
        return new(question, [.. phrasings.Where(phrasing => phrasing != question).Distinct().Take(MostPhrasings)], LanguageOf(Line(root, "language", LongestQuestion)));
    }

    private static string? Line(JsonElement root, string name, int longest) => root.TryGetProperty(name, out var value) ? Line(value, longest) : null;

    private static string? Line(JsonElement value, int longest) => value.ValueKind == JsonValueKind.String ? Line(value.GetString()!, longest) : null;

    private static string? Line(string text, int longest) =>
        text.Trim() is { Length: > 0 } line && line.Length <= longest && !line.Any(char.IsControl) ? line : null;

    // zh, zh-CN, zh-Hant; en, en-GB
    private static Language? LanguageOf(string? code) => code?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "zh" => BotHost.Language.Chinese,
        "en" => BotHost.Language.English,
        _ => null,
    };

    [GeneratedRegex(@"\A```\w*\s*\n(.*?)\n?\s*```\z", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
