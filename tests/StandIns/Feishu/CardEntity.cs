using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>A card of CardKit: its JSON as it stands now and everything that was done to it.</summary>
public sealed class CardEntity
{
    private readonly Dictionary<string, string> doneByUuid = [];
    private DateTimeOffset streamingSince;

    internal CardEntity(string id, JsonObject json, DateTimeOffset now)
    {
        Id = id;
        Json = json;
        CreatedAt = now;
        Commit(json, now, wasStreaming: false);
    }

    public string Id { get; }

    /// <summary>A snapshot: it is replaced, never changed.</summary>
    public JsonObject Json { get; private set; }

    public DateTimeOffset CreatedAt { get; }

    public bool Shown { get; internal set; }

    /// <summary>As the card says; the platform ends it after a while, see <see cref="FeishuPlatformOptions.StreamingLifetime"/>.</summary>
    public bool IsStreaming => CardTree.IsStreaming(Json);

    public int LastSequence { get; private set; }

    /// <summary>A snapshot, like the JSON.</summary>
    public IReadOnlyList<CardOperation> History { get; private set; } = [];

    internal bool StreamHasEnded(DateTimeOffset now, TimeSpan lifetime) => IsStreaming && now - streamingSince >= lifetime;

    internal bool WasDone(string? uuid, string fingerprint)
    {
        if (uuid is null || !doneByUuid.TryGetValue(uuid, out var done)) return false;
        return done == fingerprint ? true : throw new Refusal(200770, "ErrMsg: uuid conflict; ", isViolation: true);
    }

    internal void TakeSequence(int sequence)
    {
        if (sequence <= LastSequence) throw new Refusal(300317, "ErrMsg: sequence number compare failed; ");
        LastSequence = sequence;
    }

    internal void Remember(CardOperation operation, string? uuid, string fingerprint)
    {
        History = [.. History, operation];
        if (uuid is not null) doneByUuid[uuid] = fingerprint;
    }

    /// <summary>Streaming lives from the moment it was last switched on; staying on does not prolong it.</summary>
    internal void Commit(JsonObject changed, DateTimeOffset now, bool wasStreaming)
    {
        Json = changed;
        if (IsStreaming && !wasStreaming) streamingSince = now;
    }
}
