using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Wenlu.BotHost.Knowledge.Curated;

/// <summary>What the description of the API says about editors' answers.</summary>
internal static class CuratedOpenApi
{
    private const string Answer = """
        {"id":"annual-leave","question":"年假有几天？","paraphrases":["一年有多少天年假"],"sources":["leave-policy#年假"],"audience":"tenant","expiresAt":null,
         "editor":"alice","updatedAt":"2026-05-01T00:00:00+00:00","revision":2,"state":"current","changedSources":[]
        """;

    private static readonly ApiParameter Id = new(
        "id", ParameterLocation.Path, "1 to 128 characters out of letters A–Z, digits and - . _ ~ :, and neither \".\" nor \"..\".", "annual-leave");

    private static readonly ApiParameter IfMatch = new(
        "If-Match", ParameterLocation.Header, "The ETag that was read: the write happens only while it still stands (412 otherwise).", "\"3\"");

    public static void DescribePutAnswer(this RouteHandlerBuilder route) => route.ForEditorsOfAnswers()
        .WithName("PutAnswer")
        .WithSummary("Create or replace an official answer")
        .WithDescription("Given, with its editor and date, to whoever asks the question or one of its paraphrases and is of its audience, before anything is searched or a model "
            + "is asked. Sources are document ids with an optional #anchor, cited in the answer as [1], [2] in their order; when one changes or vanishes the answer "
            + "says so until it is put again. After expiresAt it is no longer given.")
        .WithParameter(Id).WithParameter(IfMatch)
        .WithParameter(new("If-None-Match", ParameterLocation.Header, "* creates only: an answer that exists is left alone (412).", "*"))
        .WithRequestBody<CuratedBody>(MediaTypes.Json)
        .WithRequestExample(MediaTypes.Json, Json("""
            {"question":"年假有几天？","paraphrases":["一年有多少天年假"],"answer":"入职满一年者，年假十天。[1]","sources":["leave-policy#年假"],"audience":"tenant","expiresAt":"2027-01-01"}
            """))
        .Produces<CuratedWritten>(StatusCodes.Status200OK).Produces<CuratedWritten>(StatusCodes.Status201Created)
        .WithResponseExample(200, MediaTypes.Json, Json("""{"id":"annual-leave","revision":2}"""))
        .WithResponseExample(201, MediaTypes.Json, Json("""{"id":"annual-leave","revision":1}"""))
        .ProducesProblem(400).ProducesProblem(412).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);

    public static void DescribeGetAnswer(this RouteHandlerBuilder route) => route.ForEditorsOfAnswers()
        .WithName("GetAnswer")
        .WithSummary("Read an official answer")
        .WithDescription("With its revision as the ETag. state is current, sourceChanged (changedSources no longer say what they said when it was written) or expired.")
        .WithParameter(Id)
        .Produces<CuratedView>()
        .WithResponseExample(200, MediaTypes.Json, Json(Answer + ""","answer":"入职满一年者，年假十天。[1]"}"""))
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);

    public static void DescribeDeleteAnswer(this RouteHandlerBuilder route) => route.ForEditorsOfAnswers()
        .WithName("DeleteAnswer")
        .WithSummary("Delete an official answer")
        .WithDescription("No longer given when the answer arrives.")
        .WithParameter(Id).WithParameter(IfMatch)
        .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(412).ProducesProblem(503);

    public static void DescribeListAnswers(this RouteHandlerBuilder route) => route.ForEditorsOfAnswers()
        .WithName("ListAnswers")
        .WithSummary("List the official answers")
        .WithDescription("In the order of their last change, without their text. Follow next until it is null.")
        .WithParameter(new("cursor", ParameterLocation.Query, "The next of the page before.", "128"))
        .WithParameter(new("limit", ParameterLocation.Query, "1 to 200; 50 when it is missing.", 50, JsonSchemaType.Integer))
        .Produces<CuratedPage>()
        .WithResponseExample(200, MediaTypes.Json, Json($$"""{"answers":[{{Answer}}}],"next":null}"""))
        .ProducesProblem(400).ProducesProblem(503);

    private static RouteHandlerBuilder ForEditorsOfAnswers(this RouteHandlerBuilder route) =>
        route.WithTags("Official answers").WithMetadata(new NeedsEditorKey()).ProducesProblem(401).ProducesProblem(403);

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
