using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Publication;

/// <summary>What the description of the API says about publishing.</summary>
internal static class PublicationOpenApi
{
    private const string Done = """{"id":"annual-leave","path":"/questions/annual-leave/how-many-days-of-leave-are-there"}""";

    private static readonly ApiParameter Id = new(
        "id", ParameterLocation.Path, "1 to 128 characters out of letters A–Z, digits and - . _ ~ :.", "annual-leave");

    public static void DescribePut(this RouteHandlerBuilder route) => Describe(route)
        .WithName("PublishQuestion")
        .WithSummary("Publish a question with its answer, or correct one")
        .WithDescription("It is on the site when the answer arrives. The sources are ids of documents that everyone may read, each with an optional #anchor, "
            + "in the order in which the answer cites them. When one of them is closed or deleted, the page goes away until it is open again.")
        .WithParameter(Id).WithRequestBody<QuestionBody>(MediaTypes.Json)
        .WithRequestExample(MediaTypes.Json, Json("""
            {"question":"How many days of leave are there?","answer":"Ten days after the first year.[1]","sources":["leave-policy#annual-leave"],
             "tags":["HR"],"answeredAt":"2026-05-01"}
            """))
        .Produces<QuestionPublished>(200).Produces<QuestionPublished>(201)
        .WithResponseExample(200, MediaTypes.Json, Json(Done)).WithResponseExample(201, MediaTypes.Json, Json(Done))
        .ProducesProblem(400).ProducesProblem(412).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);

    public static void DescribeDelete(this RouteHandlerBuilder route) => Describe(route)
        .WithName("WithdrawQuestion")
        .WithSummary("Take a question from the site")
        .WithDescription("Its votes go with it, and no rule publishes it again.")
        .WithParameter(Id).Produces(204).ProducesProblem(404).ProducesProblem(503);

    public static void DescribePublish(this RouteHandlerBuilder route) => Describe(route)
        .WithName("PublishAnswer")
        .WithSummary("Publish an answer that was given in a chat")
        .WithDescription("As a question of its own, cut loose from who asked and where. Everything it rests on must be for everyone.")
        .WithParameter(new("id", ParameterLocation.Path, "The answer's id, kept for 14 days.", "a-0f8b6a3c5d7e4f1a"))
        .Produces<QuestionPublished>(200).Produces<QuestionPublished>(201)
        .WithResponseExample(200, MediaTypes.Json, Json(Done)).WithResponseExample(201, MediaTypes.Json, Json(Done))
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) =>
        route.WithTags("Publication").WithMetadata(new NeedsEditorKey()).ProducesProblem(401).ProducesProblem(403);

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
