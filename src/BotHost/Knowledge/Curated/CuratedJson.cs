using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Knowledge.Curated;

/// <summary>The body of a write; its fields are read one by one so that every error has its name.</summary>
internal sealed record CuratedBody(string Question, string Answer)
{
    public IReadOnlyList<string>? Paraphrases { get; init; }

    public IReadOnlyList<string>? Sources { get; init; }

    public JsonNode? Audience { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }
}

internal sealed record CuratedWritten(string Id, long Revision);

/// <summary>Whether an answer is given, and whether somebody should look at it.</summary>
internal enum CuratedState
{
    Current,

    /// <summary>Still given, with a word about it.</summary>
    SourceChanged,

    /// <summary>Not given any more.</summary>
    Expired,
}

internal sealed class CuratedStateNames() : JsonStringEnumConverter<CuratedState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>An editor's answer as it is kept; in a list without its text. ChangedSources no longer say what they said when it was written.</summary>
internal sealed record CuratedView(
    string Id, string Question, IReadOnlyList<string> Paraphrases, IReadOnlyList<string> Sources, JsonNode Audience, DateTimeOffset? ExpiresAt, string Editor,
    DateTimeOffset UpdatedAt, long Revision, [property: JsonConverter(typeof(CuratedStateNames))] CuratedState State, IReadOnlyList<string> ChangedSources)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Answer { get; init; }

    public static CuratedView Of(StoredDocument stored, IReadOnlyList<string> changed, DateTimeOffset now) => new(
        stored.Document.Id, stored.Document.Title, stored.Document.Curation!.Paraphrases, stored.Document.Sources, stored.Document.Audience.ToJson(),
        stored.Document.Curation.ExpiresAt, stored.Document.Curation.Editor, stored.UpdatedAt, stored.Revision,
        stored.Document.Curation.IsExpired(now) ? CuratedState.Expired : changed.Count > 0 ? CuratedState.SourceChanged : CuratedState.Current, changed);
}

/// <summary>A page of the list; Next is the cursor of the next one, null on the last.</summary>
internal sealed record CuratedPage(IReadOnlyList<CuratedView> Answers, string? Next);
