using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Wenlu.BotHost.Knowledge.Curated;
using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Knowledge;

/// <summary>The body of a write; its fields are read one by one so that every error has its name.</summary>
internal sealed record DocumentBody(string Title, string Markdown)
{
    public string? Url { get; init; }
    public JsonNode? Audience { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The folder or pipeline that pushes it.</summary>
    public string? Origin { get; init; }
}

/// <summary>A line of a batch.</summary>
internal sealed record BatchDocument(string Id, string? Title, string? Markdown)
{
    /// <summary>The ETag that was read; the line fails with 412 when it no longer stands.</summary>
    public string? IfMatch { get; init; }

    /// <summary>A star: creates only.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>The type of a file that the Markdown is made from, and the file: HTML as text, others in Base64.</summary>
    public string? ContentType { get; init; }
    public string? Content { get; init; }

    public string? Origin { get; init; }
    public string? Url { get; init; }
    public JsonNode? Audience { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
}

internal sealed record DocumentWritten(string Id, long Revision, int Chunks)
{
    /// <summary>The lines of a glossary that were left out; not there when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }
}

internal sealed record DocumentView(
    string Id, string Title, string? Url, string Markdown, JsonNode Audience, IReadOnlyList<string> Tags, DateTimeOffset UpdatedAt, long Revision)
{
    public string? Origin { get; init; }
    public string Editor { get; init; } = "";
    public DateTimeOffset? WrittenAt { get; init; }

    public static DocumentView Of(StoredDocument stored) => new(
        stored.Document.Id, stored.Document.Title, stored.Document.Url, stored.Document.Markdown, stored.Document.Audience.ToJson(),
        stored.Document.Tags, stored.UpdatedAt, stored.Revision)
    {
        Origin = stored.Document.Origin,
        Editor = stored.Editor,
        WrittenAt = stored.WrittenAt,
    };
}

internal sealed record DocumentFacts(
    string Id, string Title, string? Url, JsonNode Audience, IReadOnlyList<string> Tags, DateTimeOffset UpdatedAt, long Revision, string ContentHash)
{
    public string? Origin { get; init; }

    public static DocumentFacts Of(StoredDocument stored) => new(
        stored.Document.Id, stored.Document.Title, stored.Document.Url, stored.Document.Audience.ToJson(),
        stored.Document.Tags, stored.UpdatedAt, stored.Revision, stored.ContentHash)
    {
        Origin = stored.Document.Origin,
    };
}

/// <summary>
/// A page of the list. Next is the cursor of the next page, null on the last; LastChange is that of the newest change in the whole
/// store, after which only newer ones are listed; DefaultAudience is what a document gets that names none.
/// </summary>
internal sealed record DocumentPage(IReadOnlyList<DocumentFacts> Documents, string? Next, string LastChange, string DefaultAudience);

/// <summary>A revision in the list of a document's: who wrote it, when, and how long it is in bytes.</summary>
internal sealed record RevisionFacts(long Revision, string Title, string Editor, DateTimeOffset? WrittenAt, long? Size, string ContentHash)
{
    public static RevisionFacts Of(StoredDocument stored) =>
        new(stored.Revision, stored.Document.Title, stored.Editor, stored.WrittenAt, stored.Size, stored.ContentHash);
}

/// <summary>Newest first. CurrentRevision is null for a document that is deleted, and then it is said who did that and when.</summary>
internal sealed record RevisionList(string Id, long? CurrentRevision, IReadOnlyList<RevisionFacts> Revisions)
{
    public string? DeletedBy { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
}

/// <summary>What became of a line of a batch, counted from 1, with the status a request of its own would have had.</summary>
internal sealed record BatchResult(int Line, string? Id, int Status)
{
    public long? Revision { get; init; }
    public int? Chunks { get; init; }
    public IReadOnlyList<string>? Warnings { get; init; }
    public ProblemDetails? Problem { get; init; }
}

internal sealed record SearchHit(
    string DocumentId, string Title, IReadOnlyList<string> Headings, string Text, string? Url, double Score, DateTimeOffset UpdatedAt)
{
    /// <summary>Where else the same stands, newest first; missing when nowhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SearchDuplicate>? Duplicates { get; init; }
}

internal sealed record SearchDuplicate(string DocumentId, string Title, string? Url, DateTimeOffset UpdatedAt);

internal sealed record SearchResponse(
    IReadOnlyList<SearchHit> Hits, double Confidence, [property: JsonConverter(typeof(BandNames))] AnswerBand Band, bool Answerable)
{
    /// <summary>How the result came about, for whoever asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SearchExplanation? Explain { get; init; }
}

internal sealed class BandNames() : JsonStringEnumConverter<AnswerBand>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DocumentBody))]
[JsonSerializable(typeof(BatchDocument))]
[JsonSerializable(typeof(DocumentWritten))]
[JsonSerializable(typeof(DocumentView))]
[JsonSerializable(typeof(DocumentPage))]
[JsonSerializable(typeof(RevisionList))]
[JsonSerializable(typeof(BatchResult))]
[JsonSerializable(typeof(DateTimeOffset?))]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(Curation))]
[JsonSerializable(typeof(CuratedBody))]
[JsonSerializable(typeof(CuratedWritten))]
[JsonSerializable(typeof(CuratedView))]
[JsonSerializable(typeof(CuratedPage))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
[JsonSerializable(typeof(long))]
internal sealed partial class KnowledgeJson : JsonSerializerContext
{
    /// <summary>Chinese stays readable; only what HTML could misread is escaped.</summary>
    public static readonly KnowledgeJson Wire = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    });

    /// <summary>For lines, where what does not apply is left out.</summary>
    public static readonly KnowledgeJson Sparse = new(new JsonSerializerOptions(Wire.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = null,
    });
}
