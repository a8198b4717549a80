using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Wenlu.BotHost.Wiki;

/// <summary>How the sync stands, for people.</summary>
/// <param name="State"><c>off</c> (nothing to sync), <c>looking</c>, <c>reading</c>, <c>paused</c> or <c>idle</c>.</param>
/// <param name="EstimateSeconds">What is left takes at least that long, by the platform's limits; 0 when nothing is left.</param>
public sealed record SyncView(
    string State, double EstimateSeconds, DateTimeOffset? LastLook, DateTimeOffset? NextLook, SyncTotals Documents, SyncRunCounts Run,
    IReadOnlyList<SourceView> Sources, IReadOnlyList<SpaceView> Spaces, IReadOnlyList<FailureView> Failures, IReadOnlyList<SkippedView> Skipped);

public sealed record SyncTotals(int Total, int Synced, int Waiting, int Skipped, int Failed, int Withheld);

/// <param name="From"><c>settings</c> or <c>added</c>.</param>
public sealed record SourceView(string Source, string From)
{
    public const string FromSettings = "settings";
    public const string Added = "added";
}

public sealed record SpaceView(string Id, string Name, bool IsPublic, int Documents, int Synced);

/// <summary>Failures of one kind.</summary>
public sealed record FailureView(int Code, string What, string Remedy, int Count, IReadOnlyList<NamedDocument> Documents);

public sealed record SkippedView(string Type, string Reason, int Count, IReadOnlyList<NamedDocument> Documents);

public sealed record NamedDocument(string Id, string Title, string? Url);

internal sealed record SourceBody(string Url)
{
    /// <summary>The whole space that the page is in.</summary>
    public bool Space { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SyncView))]
[JsonSerializable(typeof(SourceBody))]
[JsonSerializable(typeof(SourceView))]
internal sealed partial class SyncWire : JsonSerializerContext
{
    public static readonly SyncWire Readable = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
