using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Site;

/// <summary><c>POST /api/ask</c>: one JSON object, or the same as it is being written.</summary>
internal static class AskEndpoints
{
    public static void MapAsk(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/ask", AskAsync)
            .WithName("Ask")
            .WithTags("Answers")
            .WithSummary("Answer a question from the knowledge base")
            .WithDescription("With `Accept: text/event-stream` the events `status`, `delta` and `done`; `done` carries the object that plain JSON returns.")
            .Produces<AskResponse>()
            .ProducesValidationProblem();

    private static async Task<IResult> AskAsync(
        HttpRequest request, AskRequest ask, Visitors visitors, EditorKeys keys, CancellationToken cancellationToken)
    {
        if (ask.Question?.Trim() is not { Length: > 0 and <= Visitors.MaxQuestionLength } question)
        {
            return TypedResults.ValidationProblem(Invalid());
        }

        if (keys.Check(request) is EditorVerdict.Wrong)
        {
            return EditorFilter.Challenge(request.HttpContext);
        }

        IReadOnlyCollection<string>? access = keys.Check(request) is EditorVerdict.Editor ? null : [AccessLabels.Everyone];
        var conversationId = Visitors.ConversationOrNew(ask.ConversationId);
        return WantsStream(request)
            ? TypedResults.ServerSentEvents(
                EventsAsync(visitors.AskAsync(question, conversationId, access, cancellationToken), Languages.Of(question), conversationId, cancellationToken))
            : TypedResults.Json(
                AskResponse.Of(await visitors.AnswerAsync(question, conversationId, access, cancellationToken), conversationId), AskJson.Default.AskResponse);
    }

    private static bool WantsStream(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(accept => accept.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase));

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        IAsyncEnumerable<AnswerProgress> progress, Language language, string conversationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shown = 0;
        await foreach (var step in progress.WithCancellation(cancellationToken))
        {
            switch (step)
            {
                case AnswerProgress.Searching:
                    yield return Event("status", new AskStatus("searching", AnswerTexts.Searching.In(language)), AskJson.Default.AskStatus);
                    break;
                case AnswerProgress.Writing writing when writing.Markdown.Length > shown:
                    yield return Event("delta", new AskDelta(writing.Markdown[shown..]), AskJson.Default.AskDelta);
                    shown = writing.Markdown.Length;
                    break;
                case AnswerProgress.Finished finished:
                    yield return Event("done", AskResponse.Of(finished.Answer, conversationId), AskJson.Default.AskResponse);
                    break;
            }
        }
    }

    private static SseItem<string> Event<T>(string name, T data, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        new(JsonSerializer.Serialize(data, type), name);

    private static Dictionary<string, string[]> Invalid() => new()
    {
        ["question"] = [SiteTexts.QuestionLength.English, SiteTexts.QuestionLength.Chinese],
    };
}
