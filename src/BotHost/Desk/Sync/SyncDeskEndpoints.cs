using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Site;
using Wenlu.BotHost.Wiki;

namespace Wenlu.BotHost.Desk.Sync;

/// <summary>How the wiki's mirror stands, and what an editor can do about it.</summary>
internal static class SyncDeskEndpoints
{
    public static void MapSyncDesk(this RouteGroupBuilder desk)
    {
        desk.MapMethods("/sync", SiteEndpoints.Reading, ShowAsync);
        desk.MapPost("/sync/now", NowAsync);
        desk.MapPost("/sync/again", AgainAsync);
        desk.MapPost("/sync/add", AddAsync);
        desk.MapPost("/sync/remove", RemoveAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, SyncReader reader, IOptions<FeishuOptions> feishu) =>
        DeskEndpoints.Show<SyncPage>(context, new SyncModel(feishu.Value.IsEnabled ? await ViewAsync(context, reader) : null, DeskNotices.Of(context.Request)));

    private static Task<SyncView> ViewAsync(HttpContext context, SyncReader reader) => reader.ReadAsync(ReaderLanguage.Of(context.Request));

    private static async Task<IResult> NowAsync(HttpContext context, SyncDeeds deeds)
    {
        await deeds.LookAsync(DeskGate.EditorOf(context));
        return DeskEndpoints.GoTo(context, DeskSections.Sync, DeskNotices.SyncBegun);
    }

    private static async Task<IResult> AgainAsync(HttpContext context, [FromForm] string? token, SyncDeeds deeds) =>
        DeskEndpoints.GoTo(context, DeskSections.Sync, await deeds.TryAgainAsync(token ?? "", DeskGate.EditorOf(context)) ? DeskNotices.TriedAgain : null);

    private static async Task<IResult> AddAsync(HttpContext context, [FromForm] string? url, [FromForm] string? space, SyncDeeds deeds, SyncReader reader)
    {
        var isWholeSpace = space is not null;
        return await deeds.AddAsync(url ?? "", isWholeSpace, DeskGate.EditorOf(context)) is var (_, isNew)
            ? DeskEndpoints.GoTo(context, DeskSections.Sync, isNew ? DeskNotices.SourceAdded : DeskNotices.SourceKnown)
            : DeskEndpoints.Show<SyncPage>(
                context, new SyncModel(await ViewAsync(context, reader), null) { Url = url ?? "", IsWholeSpace = isWholeSpace, Complaint = WikiTexts.NotASource },
                StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, [FromForm] string? source, SyncDeeds deeds, SyncReader reader) =>
        await deeds.RemoveAsync(source ?? "", DeskGate.EditorOf(context))
            ? DeskEndpoints.GoTo(context, DeskSections.Sync, DeskNotices.SourceRemoved)
            : DeskEndpoints.Show<SyncPage>(context, new SyncModel(await ViewAsync(context, reader), WikiTexts.NotAdded), StatusCodes.Status400BadRequest);
}
