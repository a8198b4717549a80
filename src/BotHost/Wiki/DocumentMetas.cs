using System.Globalization;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Wiki;

/// <summary>Adds to a listing what is known of 200 documents in one call: the last edit, the title, the address on the tenant's host.</summary>
internal sealed class DocumentMetas(WikiCalls calls, TimeProvider time)
{
    private const int Most = 200;

    public async Task<Listing> AddAsync(Listing listing, CancellationToken cancellationToken)
    {
        var tokens = listing.Documents.Where(document => document.Type == SyncedDocument.Docx).Select(document => document.Token).Distinct();
        try
        {
            var known = new Dictionary<string, DocumentMeta>();
            var failed = new HashSet<string>();
            foreach (var part in tokens.Chunk(Most))
            {
                var request = new MetasRequest([.. part.Select(token => new MetaRequest(token, SyncedDocument.Docx))]);
                var found = await calls.GetAsync(api => api.QueryMetasAsync(request, cancellationToken), cancellationToken);
                foreach (var meta in found.Metas ?? [])
                    known[meta.DocToken] = meta;
                failed.UnionWith((found.FailedList ?? []).Select(document => document.Token));
            }
            return listing with { Documents = [.. listing.Documents.Select(document => Add(document, known.GetValueOrDefault(document.Token), failed.Contains(document.Token)))] };
        }
        catch (FeishuApiException exception) when (exception.Code != FeishuCodes.MonthlyQuotaUsedUp)
        {
            // The listing alone is enough to know what changed in a wiki; only single documents go without.
            var failure = new SourceFailure("", "", SyncTrouble.Of(exception, DocumentOperation.Metas, time.GetUtcNow()));
            return listing with { Failures = [.. listing.Failures, failure] };
        }
    }

    private static ListedDocument Add(ListedDocument document, DocumentMeta? meta, bool isFailed) => document with
    {
        EditedAt = Math.Max(document.EditedAt, long.TryParse(meta?.LatestModifyTime, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0),
        Title = meta?.Title is { Length: > 0 } title ? title : document.Title,
        Owner = document.Owner ?? meta?.OwnerId,
        Url = AddressOf(document, meta?.Url),
        IsDoubtful = isFailed,
    };

    /// <summary>A page of a wiki opens in the wiki, with its place beside it.</summary>
    private static string? AddressOf(ListedDocument document, string? url) => document.NodeToken is { } node && Uri.TryCreate(url, UriKind.Absolute, out var address)
        ? $"{address.GetLeftPart(UriPartial.Authority)}/wiki/{node}"
        : url;
}
