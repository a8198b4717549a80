using Wenlu.BotHost.Audit;

namespace Wenlu.BotHost.Wiki;

/// <summary>What editors want of the sync: noted for the replica that does it, and in the audit log.</summary>
internal sealed class SyncDeeds(WikiStore store, AuditLog audit, TimeProvider time)
{
    /// <summary>At everything, with what failed tried again.</summary>
    public async Task LookAsync(string editor)
    {
        await store.WishAsync(SyncWish.TryAgain, TimeSpan.Zero);
        await LogAsync(editor, AuditAction.Synced, "", "");
    }

    /// <summary>False when there is no such document.</summary>
    public async Task<bool> TryAgainAsync(string token, string editor)
    {
        if (await store.FindAsync(token) is not { } document)
            return false;
        await store.WishAsync(new(WishKind.Grants, token), TimeSpan.Zero);
        await store.WishAsync(new(WishKind.Content, token), TimeSpan.Zero);
        await LogAsync(editor, AuditAction.Synced, $"document:{document.Id}", document.Title);
        return true;
    }

    /// <summary>False when it was there; null when the address names nothing that can be synced.</summary>
    public async Task<(SyncSource Source, bool IsNew)?> AddAsync(string url, bool wholeSpace, string editor)
    {
        if (SyncSource.Of(url, wholeSpace) is not { } source)
            return null;
        var isNew = await store.AddSourceAsync(source);
        await store.WishAsync(SyncWish.LookNow, TimeSpan.Zero);
        if (isNew)
            await LogAsync(editor, AuditAction.AddedSource, source.ToString(), url.Trim());
        return (source, isNew);
    }

    /// <summary>False when it is not among those that were added.</summary>
    public async Task<bool> RemoveAsync(string url, string editor)
    {
        foreach (var source in Meant(url))
        {
            if (!await store.RemoveSourceAsync(source))
                continue;
            await store.WishAsync(SyncWish.LookNow, TimeSpan.Zero);
            await LogAsync(editor, AuditAction.RemovedSource, source.ToString(), "");
            return true;
        }
        return false;
    }

    /// <summary>As it is listed, or as it was added: the page, or the space that it is in.</summary>
    private static IEnumerable<SyncSource> Meant(string url) =>
        new[] { SyncSource.Parse(url), SyncSource.Of(url, wholeSpace: false), SyncSource.Of(url, wholeSpace: true) }.OfType<SyncSource>();

    private Task LogAsync(string editor, AuditAction action, string subject, string title) =>
        audit.WriteAsync(new(time.GetUtcNow(), editor, action, subject, title));
}
