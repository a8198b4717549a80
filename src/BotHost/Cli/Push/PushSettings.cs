namespace Wenlu.BotHost.Cli.Push;

/// <summary>What push was told.</summary>
internal sealed record PushSettings(string Folder, string Server, string? Key)
{
    public IReadOnlyList<string> Include { get; init; } = [];
    public IReadOnlyList<string> Exclude { get; init; } = [];
    /// <summary>Names what is pushed, on the server too; null: as the folder is called.</summary>
    public string? Origin { get; init; }

    public bool Prune { get; init; }
    public bool DryRun { get; init; }

    /// <summary>Removes without asking, however much it is.</summary>
    public bool Yes { get; init; }

    public string Root => Path.GetFullPath(Folder);

    public string OriginName => Origin ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Root));

    public Bilingual? Complaint()
    {
        if (!Directory.Exists(Folder))
            return CliTexts.NoFolder(Folder);
        if (ServiceArguments.AddressOf(Server) is null)
            return CliTexts.NotAnAddress(Server);
        if (OriginName.Length is 0 or > 200)
            return PushTexts.BadOrigin;
        return string.IsNullOrWhiteSpace(Key) ? CliTexts.NoKey : null;
    }
}
