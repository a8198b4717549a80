using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Wiki;

/// <summary>Shows how the sync stands, and takes what editors want synced. Answered by any replica; done by the one that syncs.</summary>
internal static class SyncEndpoints
{
    private const int MaxBody = 10_000;

    public static void MapSync(this RouteGroupBuilder editors)
    {
        editors.MapGet("", ShowAsync).DescribeShow();
        editors.MapPost("/now", NowAsync).DescribeNow();
        editors.MapPost("/sources", AddAsync).DescribeAdd();
        editors.MapDelete("/sources", RemoveAsync).DescribeRemove();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, WikiStore store, IOptions<WikiOptions> options, IOptions<FeishuOptions> app, TimeProvider time)
    {
        var (status, documents, added) = (await store.GetStatusAsync(), await store.LoadAsync(), await store.ListSourcesAsync());
        SourceView[] sources =
        [
            .. WikiLook.Configured(options.Value).Select(source => new SourceView(source.ToString(), "settings")),
            .. added.Select(source => new SourceView(source.ToString(), "added")),
        ];
        var view = SyncReport.Of(status, documents, sources, options.Value, app.Value, time.GetUtcNow(), ReaderLanguage.Of(context.Request));
        return TypedResults.Json(view, SyncWire.Readable.SyncView);
    }

    private static async Task<IResult> NowAsync(WikiStore store)
    {
        await store.WishAsync(SyncWish.TryAgain, TimeSpan.Zero);
        return TypedResults.Accepted("/api/knowledge/sync");
    }

    private static async Task<IResult> AddAsync(HttpContext context, WikiStore store, CancellationToken cancellationToken)
    {
        if (MediaTypes.Of(context.Request) != MediaTypes.Json)
            return ApiProblems.MediaType.In(context);
        if (await BoundedBody.ReadAsync(context.Request, MaxBody, cancellationToken) is not { } bytes)
            return ApiProblems.TooLarge.In(context);
        if (Read(bytes) is not { Url: { } url } body || SyncSource.Of(url, body.Space) is not { } source)
            return ApiProblems.Invalid(FieldErrors.Of("url", WikiTexts.NotASource)).In(context);
        var isNew = await store.AddSourceAsync(source);
        await store.WishAsync(SyncWish.LookNow, TimeSpan.Zero);
        return TypedResults.Json(new SourceView(source.ToString(), "added"), SyncWire.Readable.SourceView, statusCode: isNew ? 201 : 200);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, WikiStore store, [FromQuery] string? url)
    {
        foreach (var source in Meant(url ?? ""))
            if (await store.RemoveSourceAsync(source))
            {
                await store.WishAsync(SyncWish.LookNow, TimeSpan.Zero);
                return TypedResults.NoContent();
            }
        return ApiProblems.Invalid(FieldErrors.Of("url", WikiTexts.NotAdded)).In(context);
    }

    /// <summary>As it is listed, or as it was added: the page, or the space that it is in.</summary>
    private static IEnumerable<SyncSource> Meant(string url) =>
        new[] { SyncSource.Parse(url), SyncSource.Of(url, wholeSpace: false), SyncSource.Of(url, wholeSpace: true) }.OfType<SyncSource>();

    private static SourceBody? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, SyncWire.Default.SourceBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
