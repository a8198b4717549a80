using System.Text.Json.Nodes;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Site;

/// <summary>What the description of the API says about asking.</summary>
internal static class AskOpenApi
{
    private const string Problem = "application/problem+json";

    private const string Answered = """
        {"outcome":"grounded","answer":"入职满一年者，年假十天。[1]","references":[{"number":1,"documentId":"leave-policy","title":"员工手册","headings":["假期","年假"],"text":"入职满一年者，年假十天。","url":"https://example.feishu.cn/wiki/abc#年假","updatedAt":"2026-05-01T00:00:00+00:00"}],"related":[{"question":"病假需要证明吗？","url":"/questions/sick-leave"}],"conversationId":"0f8b6a3c5d7e4f1a9b2c3d4e5f607182"}
        """;

    private const string Stream = $$$"""
        event: status
        data: {"status":"searching","text":"正在检索…"}

        event: status
        data: {"status":"writing","text":"正在撰写…"}

        event: delta
        data: {"text":"入职满一年者，"}

        event: delta
        data: {"text":"年假十天。[1]"}

        event: done
        data: {{{Answered}}}


        """;

    public static void DescribeAsk(this RouteHandlerBuilder route) => route
        .WithTags("Answers").WithMetadata(new NeedsEditorKey(Optional: true))
        .WithName("Ask")
        .WithSummary("Answer a question from the knowledge base")
        .WithDescription("Without a key: from what everyone may read; with an editor's key: from everything. Citations such as [1] stand in the answer's "
            + "Markdown and number its references. With Accept: text/event-stream the events status, delta and done: the texts of the deltas, put together, "
            + "are what there is to show; done carries the object that plain JSON returns, and its answer replaces what was shown if writing had to be given up. "
            + "What an editor has answered comes with official, its editor and date, and outcome grounded.")
        .WithRequestBody<AskRequest>(MediaTypes.Json)
        .WithRequestExample(MediaTypes.Json, Json("""{"question":"年假有几天？","conversationId":"0f8b6a3c5d7e4f1a9b2c3d4e5f607182"}"""))
        .Produces<AskResponse>(StatusCodes.Status200OK, MediaTypes.Json, AskEndpoints.EventStream)
        .WithResponseExample(200, MediaTypes.Json, Json(Answered))
        .WithResponseExample(200, AskEndpoints.EventStream, Stream)
        .ProducesProblem(400).WithResponseExample(400, Problem, Json("""
            {"title":"The request is not valid","status":400,"detail":"Correct: question.","errors":{"question":["Must be 1 to 4000 characters long."]}}
            """))
        .ProducesProblem(401).ProducesProblem(413).ProducesProblem(415).ProducesProblem(429).ProducesProblem(503);

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
