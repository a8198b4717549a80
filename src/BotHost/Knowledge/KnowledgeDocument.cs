using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Knowledge.Curated;
using Wenlu.Retrieval;

namespace Wenlu.BotHost.Knowledge;

internal static class Kinds
{
    public const string Document = "document";
    public const string Question = "question";

    /// <summary>A question that an editor has answered: found by it and by its paraphrases, see <see cref="Curation"/>.</summary>
    public const string Answer = "answer";
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

    /// <summary>What makes it an editor's answer; null for every other kind.</summary>
    public Curation? Curation { get; init; }

    /// <summary>
    /// The folder or pipeline that pushes it, which may also remove what is gone there; null for a document that nobody prunes. It is
    /// no content, and a write that names none leaves it as it was.
    /// </summary>
    public string? Origin { get; init; }

    public DocumentKey Key => new(Kind, Id);

    /// <summary>Equal for equal content. A time the store has to fill in is no content, or no push would ever be a repetition.</summary>
    public string ContentHash()
    {
        var facts = new JsonArray(
            Title, Url, Markdown, Audience.ToJson(), ToJson(Tags), UpdatedAt?.UtcDateTime.ToString("O"), ToJson(Sources));
        // Only where it says something, so that what was stored before it was kept is still the same content.
        if (WrittenByModel)
            facts.Add("model");
        if (Curation is { } curation)
            facts.Add((JsonNode)new JsonArray(ToJson(curation.Paraphrases), curation.ExpiresAt?.UtcDateTime.ToString("O"), ToJson(curation.SourceStates)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts.ToJsonString())))[..32];
    }

    private static JsonArray ToJson(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}

/// <summary>A document as the store keeps it; <see cref="KnowledgeDocument.UpdatedAt"/> is set.</summary>
internal sealed record StoredDocument(KnowledgeDocument Document, long Revision, string ContentHash, long Change)
{
    /// <summary>Empty for what no editor wrote.</summary>
    public string Editor { get; init; } = "";

    /// <summary>When this revision was written; null for one from before that was remembered.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>Bytes of its Markdown in UTF-8, likewise.</summary>
    public long? Size { get; init; }

    public DateTimeOffset UpdatedAt => Document.UpdatedAt ?? DateTimeOffset.UnixEpoch;

    /// <summary>Where it is read: at the address its editor gave, else on this site's own page if everyone may read it.</summary>
    public string? Address => Document.Url ?? (IsPublic && Document.Kind == Kinds.Document ? $"/documents/{Document.Id}" : null);

    public bool IsPublic => Document.Audience.Labels.Contains(AccessLabels.Everyone);

    public SourceDocument ToSource() => new(Document.Id, Document.Title, Document.Curation?.Indexed(Document.Title) ?? Document.Markdown)
    {
        Kind = Document.Kind,
        Url = Address,
        UpdatedAt = UpdatedAt,
        Tags = Document.Tags,
        Access = Document.Audience.Labels,
    };
}
