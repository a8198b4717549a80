using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
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

    private static async Task<IResult> ShowAsync(HttpContext context, SyncReader reader) =>
        TypedResults.Json(await reader.ReadAsync(ReaderLanguage.Of(context.Request)), SyncWire.Readable.SyncView);

    private static async Task<IResult> NowAsync(HttpContext context, SyncDeeds deeds)
    {
        await deeds.LookAsync(EditorFilter.EditorOf(context));
        return TypedResults.Accepted("/api/knowledge/sync");
    }

    private static async Task<IResult> AddAsync(HttpContext context, SyncDeeds deeds, CancellationToken cancellationToken)
    {
        if (MediaTypes.Of(context.Request) != MediaTypes.Json)
            return ApiProblems.MediaType.In(context);
        if (await BoundedBody.ReadAsync(context.Request, MaxBody, cancellationToken) is not { } bytes)
            return ApiProblems.TooLarge.In(context);
        return Read(bytes) is { Url: { } url } body && await deeds.AddAsync(url, body.Space, EditorFilter.EditorOf(context)) is var (source, isNew)
            ? TypedResults.Json(new SourceView(source.ToString(), SourceView.Added), SyncWire.Readable.SourceView, statusCode: isNew ? 201 : 200)
            : ApiProblems.Invalid(FieldErrors.Of("url", WikiTexts.NotASource)).In(context);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, SyncDeeds deeds, [FromQuery] string? url) =>
        await deeds.RemoveAsync(url ?? "", EditorFilter.EditorOf(context))
            ? TypedResults.NoContent()
            : ApiProblems.Invalid(FieldErrors.Of("url", WikiTexts.NotAdded)).In(context);

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
