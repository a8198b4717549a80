using System.Text.Json.Serialization;
using Wenlu.BotHost.Conversations;

namespace Wenlu.BotHost.Gaps;

/// <summary>What became of an answer so that an editor should look at its question.</summary>
internal enum GapKind
{
    NotFound,

    /// <summary>Answered, with a word of caution.</summary>
    Unsure,

    Disliked,
}

internal enum GapState
{
    Open,

    /// <summary>An editor has answered; until <see cref="Gap.Draft"/> is gone the answer is on its way to the documents.</summary>
    Answered,

    Dismissed,

    /// <summary>It was the same as another, which has its askings now.</summary>
    Merged,
}

/// <summary>One asking of a question.</summary>
/// <param name="Key">See <see cref="Asked.Origin"/>; of a visitor of the site one of its own.</param>
/// <param name="Wording">The question as it was understood.</param>
internal sealed record GapAsk(string Key, string Wording, DateTimeOffset At)
{
    /// <summary>Where the asker can be told; null for whoever has no chat, and when it was forgotten.</summary>
    public Asked? Asked { get; init; }

    public IReadOnlyList<GapKind> Kinds { get; init => field = value ?? []; } = [];

    /// <summary>Who did not like the answer, by open_id, and why; empty for who does not say.</summary>
    public IReadOnlyDictionary<string, string> Dislikes { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();
}

/// <summary>A question that editors should look at, with every asking of it as far as there is room.</summary>
internal sealed record Gap(string Id, string Question, DateTimeOffset FirstAsked, DateTimeOffset LastAsked)
{
    public int Count { get; init; }

    public IReadOnlyDictionary<GapKind, int> Kinds { get; init => field = value ?? new Dictionary<GapKind, int>(); } = new Dictionary<GapKind, int>();

    public IReadOnlyList<GapAsk> Asks { get; init => field = value ?? []; } = [];

    /// <summary>Questions that an editor found to be the same.</summary>
    public IReadOnlyList<string> Same { get; init => field = value ?? []; } = [];

    public GapState State { get; init; }

    public string? ClosedBy { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Of one that was answered: the answer until it is among the documents.</summary>
    public GapDraft? Draft { get; init; }

    /// <summary>Of one that was merged: the gap that it is part of now.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Of one that was found to be answered already: the id of that answer.</summary>
    public string? AnsweredWith { get; init; }

    /// <summary>The id that an answer to it has.</summary>
    [JsonIgnore]
    public string AnswerId => AnsweredWith ?? $"gap-{Id}";

    [JsonIgnore]
    public IReadOnlyList<string> Wordings => [.. Same.Concat(Asks.Select(ask => ask.Wording)).Where(wording => wording != Question).Distinct()];

    [JsonIgnore]
    public IReadOnlyList<string> Reasons => [.. Asks.SelectMany(ask => ask.Dislikes.Values).Where(reason => reason.Length > 0)];
}

/// <summary>An editor's answer on its way to the documents; its audience as it is written in JSON.</summary>
internal sealed record GapDraft(string Question, string Markdown, string Audience, string Editor)
{
    public IReadOnlyList<string> Paraphrases { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> Sources { get; init => field = value ?? []; } = [];

    public DateTimeOffset? ExpiresAt { get; init; }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Gap))]
internal sealed partial class GapJson : JsonSerializerContext;
