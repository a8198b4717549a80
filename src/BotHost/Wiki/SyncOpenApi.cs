using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Wiki;

/// <summary>What the description of the API says about the routes of the sync.</summary>
internal static class SyncOpenApi
{
    private const string Tag = "Sync";
    private const string Url = "https://example.feishu.cn/wiki/WikiNodeTokenWikiNode000001";

    public static void DescribeShow(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("GetSync")
        .WithSummary("How the sync with Feishu stands")
        .WithDescription("Sources, spaces, progress with an estimate of what is left, what the last run read and wrote, failures with their remedy, "
            + "and what is skipped with the reason. chunksNew of a run are the passages that were cut and embedded anew.")
        .Produces<SyncView>()
        .WithResponseExample(200, MediaTypes.Json, Json("""
            {"state":"reading","estimateSeconds":312,"lastLook":"2026-05-01T00:00:00+00:00","nextLook":"2026-05-01T00:05:00+00:00",
             "documents":{"total":2000,"synced":1219,"waiting":779,"skipped":2,"failed":0,"withheld":0},
             "run":{"startedAt":"2026-05-01T00:00:00+00:00","endedAt":null,"read":1219,"unchanged":0,"written":1219,"removed":0,"chunksKept":0,"chunksNew":5310},
             "sources":[{"source":"Space:7000000000000000001","from":"settings"}],
             "spaces":[{"id":"7000000000000000001","name":"公司知识库","isPublic":true,"documents":2000,"synced":1219}],
             "failures":[],"skipped":[{"type":"sheet","reason":"A spreadsheet: embedded in a document it is read with it.","count":2,"documents":[]}]}
            """));

    public static void DescribeNow(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("SyncNow")
        .WithSummary("Look at everything now")
        .WithDescription("What failed is tried again as well. The answer comes at once; watch the progress by reading the sync.")
        .Produces(202);

    public static void DescribeAdd(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("AddSyncSource")
        .WithSummary("Sync a document or a space")
        .WithDescription("The address of a wiki page, a document or a space's settings; with space, the whole space that the page is in.")
        .WithRequestBody<SourceBody>(MediaTypes.Json)
        .WithRequestExample(MediaTypes.Json, Json($$"""{"url":"{{Url}}","space":false}"""))
        .Produces<SourceView>(200).Produces<SourceView>(201)
        .WithResponseExample(200, MediaTypes.Json, Json("""{"source":"Page:WikiNodeTokenWikiNode000001","from":"added"}"""))
        .WithResponseExample(201, MediaTypes.Json, Json("""{"source":"Page:WikiNodeTokenWikiNode000001","from":"added"}"""))
        .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);

    public static void DescribeRemove(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("RemoveSyncSource")
        .WithSummary("Sync a source no longer")
        .WithDescription("Its documents are taken out of the knowledge base, unless another source has them.")
        .WithParameter(new("url", ParameterLocation.Query, "The address that was added, or the source as it is listed.", Url))
        .Produces(204).ProducesProblem(400);

    private static RouteHandlerBuilder ForEditors(this RouteHandlerBuilder route) =>
        route.WithTags(Tag).WithMetadata(new NeedsEditorKey()).ProducesProblem(401).ProducesProblem(403).ProducesProblem(503);

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
