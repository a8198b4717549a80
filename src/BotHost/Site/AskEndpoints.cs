using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Numbers;

namespace Wenlu.BotHost.Site;

/// <summary><c>POST /api/ask</c>: one JSON object, or the same as it is being written.</summary>
internal static class AskEndpoints
{
    public const string EventStream = "text/event-stream";

    public static void MapAsk(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/ask", AskAsync).AddEndpointFilter<StoreAbsenceFilter>().Limited(SiteLimit.AskingApi).DescribeAsk();

    private static async Task<IResult> AskAsync(
        HttpContext context, EditorKeys keys, KnowledgeIndex index, Visitors visitors, CancellationToken cancellationToken)
    {
        var verdict = keys.Check(context.Request);
        if (verdict is EditorVerdict.Wrong)
            return EditorFilter.Challenge(context);
        var submission = await AskReader.ReadAsync(context.Request, cancellationToken);
        if (submission is not AskSubmission.Accepted asked)
            return ((AskSubmission.Refused)submission).Problem.In(context);
        if (!index.IsCaughtUp)
            return ApiProblems.IndexNotReady.In(context);
        var visit = await visitors.WelcomeAsync(asked.Question, asked.ConversationId, verdict is EditorVerdict.Editor ? null : [AccessLabels.Everyone], Door.Api);
        return WantsStream(context.Request)
            ? TypedResults.ServerSentEvents(EventsAsync(visitors, visit, cancellationToken))
            : TypedResults.Json(AskResponse.Of(await visitors.AnswerAsync(visit, cancellationToken), visit.ConversationId), AskJson.Wire.AskResponse);
    }

    private static bool WantsStream(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(accept => accept.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase));

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        Visitors visitors, Visit visit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shown = new ShownText();
        await foreach (var progress in visitors.AskAsync(visit, cancellationToken))
        {
            foreach (var item in Events(progress, shown, visit))
                yield return item;
        }
    }

    private static IEnumerable<SseItem<string>> Events(AnswerProgress progress, ShownText shown, Visit visit) => progress switch
    {
        AnswerProgress.Searching => [Status("searching", AnswerTexts.Searching, visit)],
        AnswerProgress.Found => [Status("writing", AnswerTexts.Writing, visit)],
        AnswerProgress.Writing writing => Delta(shown, writing.Markdown),
        AnswerProgress.Finished { Answer: var answer } =>
            [.. Delta(shown, answer.Markdown), Event("done", AskResponse.Of(answer, visit.ConversationId), AskJson.Wire.AskResponse)],
        _ => [],
    };

    private static SseItem<string> Status(string status, Bilingual text, Visit visit) =>
        Event("status", new AskStatus(status, text.In(Languages.Of(visit.Question.Text))), AskJson.Wire.AskStatus);

    private static IEnumerable<SseItem<string>> Delta(ShownText shown, string markdown) =>
        shown.Next(markdown) is { Length: > 0 } text ? [Event("delta", new AskDelta(text), AskJson.Wire.AskDelta)] : [];

    private static SseItem<string> Event<T>(string name, T data, JsonTypeInfo<T> type) => new(JsonSerializer.Serialize(data, type), name);
}
