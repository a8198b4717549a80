using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Wiki;

/// <summary>Reads how the sync stands; any replica can, whichever does it.</summary>
internal sealed class SyncReader(WikiStore store, IOptions<WikiOptions> options, IOptions<FeishuOptions> app, TimeProvider time)
{
    public async Task<SyncView> ReadAsync(Language language)
    {
        var (status, documents, added) = (await store.GetStatusAsync(), await store.LoadAsync(), await store.ListSourcesAsync());
        SourceView[] sources =
        [
            .. WikiLook.Configured(options.Value).Select(source => new SourceView(source.ToString(), SourceView.FromSettings)),
            .. added.Select(source => new SourceView(source.ToString(), SourceView.Added)),
        ];
        return SyncReport.Of(status, documents, sources, options.Value, app.Value, time.GetUtcNow(), language);
    }
}
