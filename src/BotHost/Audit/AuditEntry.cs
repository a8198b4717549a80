using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Audit;

/// <summary>What somebody did.</summary>
public enum AuditAction
{
    Wrote,
    Deleted,
    Restored,
    Dismissed,
    Merged,
    Reopened,
    Raised,
    SignedIn,
    SignedOut,
    EndedSession,
    WasRefused,
    Synced,
    AddedSource,
    RemovedSource,
}

/// <summary>One change, and who made it.</summary>
/// <param name="By">An editor's name.</param>
/// <param name="Subject">What was changed, as <c>document:leave</c>; empty for what concerns the desk alone.</param>
/// <param name="Title">What people call it.</param>
public sealed record AuditEntry(DateTimeOffset At, string By, AuditAction Action, string Subject, string Title)
{
    /// <summary>The longest title that is kept: every change costs as much room.</summary>
    private const int LongestTitle = 120;

    /// <summary>The revision that came of it; 0 for what has none.</summary>
    [JsonIgnore]
    public long Revision { get; init; }

    /// <summary>The subject was not there before.</summary>
    [JsonIgnore]
    public bool IsNew { get; init; }

    /// <summary>As it is stored: JSON, then what only the store knew when it wrote.</summary>
    public string ToText() => JsonSerializer.Serialize(Title.Length > LongestTitle ? this with { Title = Title[..LongestTitle] } : this, AuditJson.Default.AuditEntry);

    public static AuditEntry Parse(string text)
    {
        var parts = text.Split('\n');
        var entry = JsonSerializer.Deserialize(parts[0], AuditJson.Default.AuditEntry) ?? throw new InvalidDataException($"The audit log holds what cannot be read: {text}");
        return parts is [_, var revision, var isNew] ? entry with { Revision = long.Parse(revision, CultureInfo.InvariantCulture), IsNew = isNew == "1" } : entry;
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AuditEntry))]
internal sealed partial class AuditJson : JsonSerializerContext;
