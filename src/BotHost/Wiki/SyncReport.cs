using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Wiki;

/// <summary>Makes of what the store knows what an editor reads.</summary>
internal static class SyncReport
{
    /// <summary>Of each kind of failure so many documents are named; the rest are counted.</summary>
    private const int Named = 20;

    public static SyncView Of(
        SyncStatus status, IReadOnlyList<SyncedDocument> documents, IReadOnlyList<SourceView> sources, WikiOptions options, FeishuOptions app,
        DateTimeOffset now, Language language)
    {
        var due = documents.Count(document => document.IsDue(now, options.PermissionInterval));
        return new(
            StateOf(status, sources.Count, due, now),
            Math.Ceiling(SyncEstimate.Of(documents, now, options.PermissionInterval, app).TotalSeconds),
            status.LookEndedAt, status.NextLook, Totals(documents), status.Run, sources,
            [.. status.Spaces.Select(space => SpaceOf(space, documents))],
            [.. Failures(status, documents, language)],
            [.. Skipped(documents, language)]);
    }

    private static string StateOf(SyncStatus status, int sources, int due, DateTimeOffset now) => (sources, status) switch
    {
        (0, _) => "off",
        (_, { PausedUntil: { } until }) when until > now => "paused",
        (_, { LookEndedAt: null }) => "looking",
        _ => due > 0 ? "reading" : "idle",
    };

    private static SyncTotals Totals(IReadOnlyList<SyncedDocument> documents) => new(
        documents.Count, Count(documents, SyncState.Synced), Count(documents, SyncState.Waiting), Count(documents, SyncState.Skipped),
        Count(documents, SyncState.Failed), Count(documents, SyncState.Withheld));

    private static int Count(IReadOnlyList<SyncedDocument> documents, SyncState state) => documents.Count(document => document.State == state);

    private static SpaceView SpaceOf(SpaceFacts space, IReadOnlyList<SyncedDocument> documents)
    {
        var own = documents.Where(document => document.SpaceId == space.Id).ToList();
        return new(space.Id, space.Name, space.IsPublic, own.Count, Count(own, SyncState.Synced));
    }

    private static IEnumerable<FailureView> Failures(SyncStatus status, IReadOnlyList<SyncedDocument> documents, Language language)
    {
        var general = status.Trouble is { } trouble ? [new SourceFailure("", "", trouble)] : status.SourceFailures;
        var places = general.Concat(status.Trouble is null ? [] : status.SourceFailures)
            .Select(failure => (Remedy: Remedies.Of(failure.Failure), failure.Failure.Code, Document: new NamedDocument(failure.Source, failure.Place, null)));
        var failed = documents.Where(document => document.State is SyncState.Failed or SyncState.Withheld)
            .Select(document => (
                Remedy: document.Failure is { } failure ? Remedies.Of(failure) : Remedies.NobodyMayRead,
                Code: document.Failure?.Code ?? 0,
                Document: NameOf(document)));
        return places.Concat(failed).GroupBy(one => one.Remedy.What).Select(same => new FailureView(
            same.First().Code, same.Key.In(language), same.First().Remedy.Todo.In(language), same.Count(), [.. same.Select(one => one.Document).Take(Named)]));
    }

    private static IEnumerable<SkippedView> Skipped(IReadOnlyList<SyncedDocument> documents, Language language) =>
        documents.Where(document => document.State == SyncState.Skipped).GroupBy(document => document.Type).Select(same => new SkippedView(
            same.Key, WikiTexts.Skipped(same.Key)?.In(language) ?? "", same.Count(), [.. same.Take(Named).Select(NameOf)]))
        .Concat(Blocks([.. documents.Where(document => document.SkippedBlocks > 0)], language));

    private static IEnumerable<SkippedView> Blocks(IReadOnlyList<SyncedDocument> documents, Language language)
    {
        if (documents.Count > 0)
            yield return new("block", WikiTexts.SkippedBlocks.In(language), documents.Sum(document => document.SkippedBlocks), [.. documents.Take(Named).Select(NameOf)]);
    }

    private static NamedDocument NameOf(SyncedDocument document) =>
        new(document.Id, string.Join(" › ", document.Path.Append(document.Title)), document.Url);
}
