using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Wenlu.Retrieval;

namespace Wenlu.BotHost.Knowledge;

internal static class Kinds
{
    public const string Document = "document";
    public const string Question = "question";
}

/// <summary>Names a document; kinds hold no colon, so that the first one separates.</summary>
internal readonly record struct DocumentKey(string Kind, string Id)
{
    public static DocumentKey Parse(string member)
    {
        var colon = member.IndexOf(':', StringComparison.Ordinal);
        return new(member[..colon], member[(colon + 1)..]);
    }

    public override string ToString() => $"{Kind}:{Id}";
}

/// <summary>A document as its editor wrote it.</summary>
internal sealed record KnowledgeDocument(string Id, string Title, string Markdown, Audience Audience)
{
    public string Kind { get; init; } = Kinds.Document;

    public string? Url { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Null when the editor gave none: then it is the time of the change.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What a question's answer rests on: article ids, each with an optional #anchor, in the order of its citations.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether a model wrote the answer of a question; an editor did otherwise.</summary>
    public bool WrittenByModel { get; init; }

    public DocumentKey Key => new(Kind, Id);

    /// <summary>Equal for equal content. A time the store has to fill in is no content, or no push would ever be a repetition.</summary>
    public string ContentHash()
    {
        var facts = new JsonArray(
            Title, Url, Markdown, Audience.ToJson(), ToJson(Tags), UpdatedAt?.UtcDateTime.ToString("O"), ToJson(Sources));
        // Only where it says something, so that what was stored before it was kept is still the same content.
        if (WrittenByModel)
            facts.Add("model");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts.ToJsonString())))[..32];
    }

    private static JsonArray ToJson(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}

/// <summary>A document as the store keeps it; <see cref="KnowledgeDocument.UpdatedAt"/> is set.</summary>
internal sealed record StoredDocument(KnowledgeDocument Document, long Revision, string ContentHash, long Change)
{
    public DateTimeOffset UpdatedAt => Document.UpdatedAt ?? DateTimeOffset.UnixEpoch;

    /// <summary>Where it is read: at the address its editor gave, else on this site's own page if everyone may read it.</summary>
    public string? Address => Document.Url ?? (IsPublic && Document.Kind == Kinds.Document ? $"/documents/{Document.Id}" : null);

    public bool IsPublic => Document.Audience.Labels.Contains(AccessLabels.Everyone);

    public SourceDocument ToSource() => new(Document.Id, Document.Title, Document.Markdown)
    {
        Kind = Document.Kind,
        Url = Address,
        UpdatedAt = UpdatedAt,
        Tags = Document.Tags,
        Access = Document.Audience.Labels,
    };
}
