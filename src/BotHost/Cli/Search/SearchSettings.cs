namespace Wenlu.BotHost.Cli.Search;

/// <summary>What <c>search</c> was told.</summary>
internal sealed record SearchSettings(string Question, string? Folder, string? Server, string? Key, int Count, bool Explain)
{
    private const int MaxCount = 50;

    /// <summary>What is wrong with them.</summary>
    public Bilingual? Complaint()
    {
        if (string.IsNullOrWhiteSpace(Question))
            return SearchTexts.Blank;
        if (Count is < 1 or > MaxCount)
            return SearchTexts.BadCount;
        if (Folder is not null)
            return Server is null && Key is null ? null : SearchTexts.NotBoth;
        return Server is not null && ServiceArguments.AddressOf(Server) is null ? CliTexts.NotAnAddress(Server) : null;
    }
}
