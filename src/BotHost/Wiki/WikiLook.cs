using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Wiki;

/// <summary>One look at everything that is mirrored: what is there, what changed, what is gone.</summary>
internal sealed partial class WikiLook(
    WikiStore store, WikiWalk walk, DocumentMetas metas, DocumentSync documents, WikiCalls calls, IOptions<WikiOptions> options, TimeProvider time,
    ILogger<WikiLook> logger)
{
    /// <returns>The calls that it took.</returns>
    public async Task<long> RunAsync(Catalogue catalogue, SyncBoard board, CancellationToken cancellationToken)
    {
        var before = calls.Made;
        board.Count(run => run);
        board.Update(status => status with { LookStartedAt = time.GetUtcNow(), LookEndedAt = null });
        var sources = Configured(options.Value).Concat(await store.ListSourcesAsync()).Distinct().ToList();
        var found = await metas.AddAsync(await walk.ListAsync(sources, cancellationToken), cancellationToken);
        var listing = found with { Spaces = SpaceMemory.Of(board.Status.Spaces, found) };
        var cost = calls.Made - before;
        board.Update(status => status with { Spaces = listing.Spaces, SourceFailures = listing.Failures });
        var wanted = sources.Select(source => source.ToString()).ToHashSet();
        var gone = await catalogue.MergeAsync(known => ListingMerge.Of(known, listing, wanted, options.Value));
        foreach (var document in gone)
            await catalogue.ForgetAsync(document, removed => documents.RemoveAsync(removed, board, cancellationToken));
        board.Update(status => status with { LookEndedAt = time.GetUtcNow() });
        Log.Looked(logger, listing.Documents.Count, gone.Count, listing.Failures.Count, cost);
        return cost;
    }

    public static IEnumerable<SyncSource> Configured(WikiOptions options) =>
        options.Spaces.Select(SyncSource.OfSpace).Concat(options.Documents.Select(SyncSource.OfDocument)).OfType<SyncSource>();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Looked at the wiki: {Listed} documents, {Gone} removed, {Failures} parts not listed; {Calls} calls.")]
        public static partial void Looked(ILogger logger, int listed, int gone, int failures, long calls);
    }
}
