using System.Security.Cryptography;
using System.Text;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Wiki;

/// <summary>A document of the wiki as the knowledge base has it.</summary>
internal static class MirroredDocument
{
    private const int MaxTitle = 500;
    private const int MaxTags = 32;
    private const int MaxTag = 64;

    public static KnowledgeDocument Of(SyncedDocument document, string title, string markdown, Audience audience) =>
        new(document.Id, TitleOf(document, title), markdown, audience)
        {
            Url = document.Url,
            Tags = TagsOf(document.Path),
            UpdatedAt = document.EditedAt > 0 ? DateTimeOffset.FromUnixTimeSeconds(document.EditedAt) : null,
        };

    /// <summary>Everything of it but the text: equal while there is nothing to write.</summary>
    public static string Print(SyncedDocument document, Audience audience)
    {
        var facts = string.Join('\n', [document.Title, document.Url ?? "", audience.ToJson().ToJsonString(), .. TagsOf(document.Path)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts)))[..32];
    }

    private static string TitleOf(SyncedDocument document, string title) =>
        Line(document.Title, MaxTitle) is { Length: > 0 } listed ? listed : Line(title, MaxTitle) is { Length: > 0 } own ? own : document.Token;

    private static List<string> TagsOf(IReadOnlyList<string> path) =>
        [.. path.Select(name => Line(name, MaxTag)).Where(name => name.Length > 0).Distinct().Take(MaxTags)];

    private static string Line(string text, int length)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= length ? line : line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)];
    }
}
