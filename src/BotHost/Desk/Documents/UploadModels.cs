namespace Wenlu.BotHost.Desk.Documents;

public enum UploadState
{
    Created,
    Replaced,
    Unchanged,

    /// <summary>There is a document of this id, and nobody said that it may be replaced.</summary>
    Exists,
    Refused,
}

/// <param name="Why">Of what was refused.</param>
public sealed record UploadOutcome(string Name, string Id, UploadState State, string? Why = null)
{
    public int Passages { get; init; }
}

public sealed record UploadModel(AudienceForm Audience, string Tags, bool Replace, IReadOnlyList<UploadOutcome> Outcomes)
{
    public Complaints Complaints { get; init; } = Complaints.None;
}
