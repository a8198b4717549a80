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
        desk.MapMethods("/sync", SiteEndpoints.Reading, (HttpContext context) => ShowAsync(context, model => model));
        desk.MapPost("/sync/now", NowAsync);
        desk.MapPost("/sync/again", AgainAsync);
        desk.MapPost("/sync/add", AddAsync);
        desk.MapPost("/sync/remove", RemoveAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Func<SyncModel, SyncModel> with, int status = StatusCodes.Status200OK)
    {
        var isFeishu = context.RequestServices.GetRequiredService<IOptions<FeishuOptions>>().Value.IsEnabled;
        var view = isFeishu ? await context.RequestServices.GetRequiredService<SyncReader>().ReadAsync(ReaderLanguage.Of(context.Request)) : null;
        return DeskEndpoints.Show<SyncPage>(context, with(new(view, DeskNotices.Of(context.Request))), status);
    }

    private static async Task<IResult> NowAsync(HttpContext context, SyncDeeds deeds)
    {
        await deeds.LookAsync(DeskGate.EditorOf(context));
        return DeskEndpoints.GoTo(context, DeskSections.Sync, DeskNotices.SyncBegun);
    }

    private static async Task<IResult> AgainAsync(HttpContext context, [FromForm] string? token, SyncDeeds deeds) =>
        DeskEndpoints.GoTo(context, DeskSections.Sync, await deeds.TryAgainAsync(token ?? "", DeskGate.EditorOf(context)) ? DeskNotices.TriedAgain : null);

    private static async Task<IResult> AddAsync(HttpContext context, [FromForm] string? url, [FromForm] string? space, SyncDeeds deeds)
    {
        var isWholeSpace = space is not null;
        return await deeds.AddAsync(url ?? "", isWholeSpace, DeskGate.EditorOf(context)) is var (_, isNew)
            ? DeskEndpoints.GoTo(context, DeskSections.Sync, isNew ? DeskNotices.SourceAdded : DeskNotices.SourceKnown)
            : await ShowAsync(
                context, model => model with { Url = url ?? "", IsWholeSpace = isWholeSpace, Complaint = WikiTexts.NotASource }, StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, [FromForm] string? source, SyncDeeds deeds) =>
        await deeds.RemoveAsync(source ?? "", DeskGate.EditorOf(context))
            ? DeskEndpoints.GoTo(context, DeskSections.Sync, DeskNotices.SourceRemoved)
            : await ShowAsync(context, model => model with { Notice = WikiTexts.NotAdded }, StatusCodes.Status400BadRequest);
}
