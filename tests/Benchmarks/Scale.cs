namespace Wenlu.Benchmarks;

/// <summary>How much is measured. The quick one only shows that everything works; its figures mean nothing.</summary>
internal sealed record Scale(
    int Runs, int Starts, int FixedSeconds, int Events, int Chunks, int Queries, int Pushes, int BatchDocuments, TimeSpan Idle, int Questions,
    int FolderDocuments, int WikiPages)
{
    public static readonly Scale Full = new(3, 5, 10, 20_000, 100_000, 1_000, 200, 1_000, TimeSpan.FromSeconds(30), 200, 10_000, 2_000);

    public static readonly Scale Quick = new(1, 1, 2, 2_000, 3_000, 100, 20, 100, TimeSpan.FromSeconds(3), 20, 300, 60);
}
