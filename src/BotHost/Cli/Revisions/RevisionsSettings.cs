namespace Wenlu.BotHost.Cli.Revisions;

/// <summary>What revisions was told; told nothing but the document, it lists.</summary>
internal sealed record RevisionsSettings(string Id, string Server, string? Key)
{
    public long? Show { get; init; }
    public long[] Diff { get; init; } = [];
    public long? Restore { get; init; }

    public Bilingual? Complaint()
    {
        if (ServiceArguments.AddressOf(Server) is null)
            return CliTexts.NotAnAddress(Server);
        if ((Show is null ? 0 : 1) + (Diff.Length == 0 ? 0 : 1) + (Restore is null ? 0 : 1) > 1)
            return RevisionTexts.OneAtATime;
        return string.IsNullOrWhiteSpace(Key) ? CliTexts.NoKey : null;
    }
}
