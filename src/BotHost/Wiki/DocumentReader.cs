using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Wiki.Docx;

namespace Wenlu.BotHost.Wiki;

/// <summary>A document's text with the revision that it is at least.</summary>
/// <param name="Sources">The other documents that it wants to show something of.</param>
internal sealed record ReadDocument(long Revision, ConvertedDocument Content, IReadOnlyList<string> Sources);

/// <summary>Reads a document's blocks, what they show of other documents, and makes Markdown of them.</summary>
internal sealed class DocumentReader(WikiCalls calls, People people)
{
    /// <summary>Somebody who goes on writing is read again at the next look.</summary>
    private const int MaxAttempts = 3;

    /// <summary>Sources within sources; what lies deeper is listed as skipped.</summary>
    private const int MaxRounds = 3;

    /// <summary>Null when the document still has the revision that is known.</summary>
    /// <param name="mayShow">Whether it may show what stands in another document.</param>
    public async Task<ReadDocument?> ReadAsync(string token, long known, Func<string, Task<bool>> mayShow, CancellationToken cancellationToken)
    {
        var revision = await GetRevisionAsync(token, cancellationToken);
        if (revision == known)
            return null;
        var blocks = await ReadBlocksAsync(token, revision, cancellationToken);
        var references = await ReadReferencesAsync(blocks, source => source == token ? Task.FromResult(true) : mayShow(source), cancellationToken);
        var sources = references.Synced.Keys.Select(source => source.DocumentId).Where(source => source != token).Distinct();
        return new(revision, DocxDocument.Convert(blocks, references), [.. sources]);
    }

    /// <summary>
    /// One page is one state of the document, at least as new as the revision that was read before. Several may be of several
    /// states, unless the revision is the same afterwards.
    /// </summary>
    private async Task<IReadOnlyList<DocxBlock>> ReadBlocksAsync(string token, long revision, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (blocks, pages) = await ListAsync((api, page) => api.ListBlocksAsync(token, page, cancellationToken), cancellationToken);
            if (pages == 1 || attempt == MaxAttempts)
                return blocks;
            var after = await GetRevisionAsync(token, cancellationToken);
            if (after == revision)
                return blocks;
            revision = after;
        }
    }

    /// <summary>Throws when the document cannot be read.</summary>
    public Task CheckAsync(string token, CancellationToken cancellationToken) => GetRevisionAsync(token, cancellationToken);

    private async Task<long> GetRevisionAsync(string token, CancellationToken cancellationToken) =>
        (await calls.GetAsync(api => api.GetDocumentAsync(token, cancellationToken), cancellationToken)).Document?.RevisionId
            ?? throw new InvalidDataException("The platform's answer holds no document.");

    private async Task<DocxReferences> ReadReferencesAsync(IReadOnlyList<DocxBlock> blocks, Func<string, Task<bool>> mayShow, CancellationToken cancellationToken)
    {
        var known = DocxReferences.None;
        for (var round = 0; round < MaxRounds && DocxDocument.NeedsOf(blocks, known) is { IsNothing: false } needs; round++)
        {
            var synced = new Dictionary<SyncedSource, IReadOnlyList<DocxBlock>>(known.Synced);
            foreach (var source in needs.Synced)
                synced[source] = await TryAsync(() => ReadSourceAsync(source, mayShow, cancellationToken)) ?? [];
            var sheets = new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>(known.Sheets);
            foreach (var sheet in needs.Sheets)
                sheets[sheet] = await TryAsync(() => ReadSheetAsync(sheet, cancellationToken)) ?? [];
            var users = new Dictionary<string, string>(known.Users);
            foreach (var user in needs.Users)
                users[user] = await people.NameAsync(user, cancellationToken);
            known = known with { Synced = synced, Sheets = sheets, Users = users };
        }
        return known;
    }

    private async Task<IReadOnlyList<DocxBlock>> ReadSourceAsync(SyncedSource source, Func<string, Task<bool>> mayShow, CancellationToken cancellationToken) =>
        await mayShow(source.DocumentId)
            ? (await ListAsync((api, page) => api.ListDescendantsAsync(source.DocumentId, source.BlockId, page, cancellationToken), cancellationToken)).Blocks
            : [];

    private async Task<IReadOnlyList<IReadOnlyList<string>>> ReadSheetAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Split('_') is not [var spreadsheet, var sheet])
            return [];
        var values = await calls.GetAsync(api => api.GetSheetAsync(spreadsheet, sheet, cancellationToken), cancellationToken);
        return [.. (values.Range?.Values ?? []).Select(row => (IReadOnlyList<string>)[.. row.Select(SheetCell.TextOf)])];
    }

    private async Task<(IReadOnlyList<DocxBlock> Blocks, int Pages)> ListAsync(
        Func<IWikiApi, string?, Task<FeishuResponse<DocxBlockPage>>> list, CancellationToken cancellationToken)
    {
        var (blocks, pages) = (new List<DocxBlock>(), 0);
        string? token = null;
        do
        {
            var page = await calls.GetAsync(api => list(api, token), cancellationToken);
            blocks.AddRange(page.Items ?? []);
            pages++;
            token = page.HasMore && page.PageToken is { Length: > 0 } ? page.PageToken : null;
        }
        while (token is not null);
        return (blocks, pages);
    }

    /// <summary>What a document shows of others may be closed to us; the document itself is read all the same.</summary>
    private static async Task<T?> TryAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (FeishuApiException exception) when (exception.Code != FeishuCodes.MonthlyQuotaUsedUp && !exception.IsFault)
        {
            return null;
        }
    }
}
