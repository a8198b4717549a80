using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;

namespace Wenlu.BotHost.Gaps;

/// <summary>What the description of the API says about questions that nobody could answer.</summary>
internal static class GapOpenApi
{
    private static readonly ApiParameter Id = new("id", ParameterLocation.Path, "From the list.", "4f0a1c9be27d");

    public static void DescribeListGaps(this RouteHandlerBuilder route) => route.ForEditorsOfGaps()
        .WithName("ListGaps")
        .WithSummary("List the questions that wait for an answer")
        .WithDescription("Not found, answered with caution, or disliked; nearly the same ones counted as one, the most asked first, each with the documents that come "
            + "closest. outdated are official answers that are still given although a source of theirs has changed.")
        .WithParameter(new("limit", ParameterLocation.Query, "1 to 200; 50 when it is missing.", 50, JsonSchemaType.Integer))
        .Produces<GapList>()
        .WithResponseExample(200, MediaTypes.Json, Json("""
            {"gaps":[{"id":"4f0a1c9be27d","question":"年假可以折成钱吗？","wordings":["没休的年假能折现吗"],"count":3,"kinds":{"notFound":2,"unsure":0,"disliked":1},
             "reasons":["内容过时: 去年改过了"],"firstAsked":"2026-05-01T01:00:00+00:00","lastAsked":"2026-05-03T08:00:00+00:00",
             "nearest":[{"documentId":"leave-policy","title":"员工手册","url":"https://example.feishu.cn/wiki/abc"}]}],"total":1,
             "outdated":[{"id":"annual-leave","question":"年假有几天？"}]}
            """))
        .ProducesProblem(400).ProducesProblem(503);

    public static void DescribeAnswerGap(this RouteHandlerBuilder route) => route.ForEditorsOfGaps()
        .WithName("AnswerGap")
        .WithSummary("Answer a question that waits")
        .WithDescription("Makes an official answer of it, with the wordings counted with it as paraphrases, and tells whoever asked and may read it. The fields are those of an official "
            + "answer; question may be left out.")
        .WithParameter(Id)
        .WithRequestBody<CuratedBody>(MediaTypes.Json)
        .WithRequestExample(MediaTypes.Json, Json("""{"answer":"可以，按日工资折算。[1]","sources":["leave-policy#年假"],"audience":"tenant"}"""))
        .Produces<GapAnswered>()
        .WithResponseExample(200, MediaTypes.Json, Json("""{"answer":"gap-4f0a1c9be27d"}"""))
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);

    public static void DescribeDismissGap(this RouteHandlerBuilder route) => route.ForEditorsOfGaps()
        .WithName("DismissGap")
        .WithSummary("Dismiss a question that waits")
        .WithDescription("It stays dismissed for 30 days, however often it is asked.")
        .WithParameter(Id)
        .Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);

    public static void DescribeMergeGap(this RouteHandlerBuilder route) => route.ForEditorsOfGaps()
        .WithName("MergeGap")
        .WithSummary("Make one of two questions that wait")
        .WithDescription("The question becomes part of the one that into names: counted with it, found by its wordings, and whoever asked either is told of the one answer.")
        .WithParameter(Id)
        .WithRequestBody<GapMerge>(MediaTypes.Json)
        .WithRequestExample(MediaTypes.Json, Json("""{"into":"8d2e7f10b3aa"}"""))
        .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);

    public static void DescribeSendCard(this RouteHandlerBuilder route) => route.ForEditorsOfGaps()
        .WithName("SendGapCard")
        .WithSummary("Send the card of what waits to the editors' chat now")
        .WithDescription("The same as /gaps said in that chat (Gaps:Chat). When nothing waits, nothing is sent.")
        .Produces(202).ProducesProblem(409).ProducesProblem(503);

    private static RouteHandlerBuilder ForEditorsOfGaps(this RouteHandlerBuilder route) =>
        route.WithTags("Gaps").WithMetadata(new NeedsEditorKey()).ProducesProblem(401).ProducesProblem(403);

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
