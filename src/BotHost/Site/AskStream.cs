using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components.Web;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Numbers;

namespace Wenlu.BotHost.Site;

/// <summary>
/// What the ask page's script reads: the answer as HTML while it grows. It posts, so that a question stands in no address, no other site
/// can ask in its visitors' names, and a refusal comes with its status. Hanging up stops the model.
/// </summary>
internal static class AskStream
{
    /// <summary>Each frame is the whole text so far; more of them would only be more bytes.</summary>
    private static readonly TimeSpan FrameInterval = TimeSpan.FromMilliseconds(80);

    public static async Task<IResult> OpenAsync(
        HttpContext context, Visitors visitors, KnowledgeIndex index, HtmlRenderer renderer, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await TypedQuestion.ReadAsync(context.Request) is not { IsTooLong: false } typed)
            return TypedResults.BadRequest();
        if (!index.IsCaughtUp)
            return await AbsencePageFilter.AwayAsync(context);
        var visit = await visitors.WelcomeAsync(typed.Text, Visitors.ConversationOrNew(typed.ConversationId), SiteEndpoints.Public, Door.Site, typed.Turn);
        var frames = new AskFrames(renderer, Frame.Of(context.Request), typed.Turn ?? 1, visit.ConversationId);
        // A proxy that collects a response before it passes it on would make one frame of all.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(EventsAsync(visitors.AskAsync(visit, cancellationToken), frames, time, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        IAsyncEnumerable<AnswerProgress> answering, AskFrames frames, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? last = null;
        await foreach (var progress in answering.WithCancellation(cancellationToken))
        {
            if (progress is AnswerProgress.Writing)
            {
                if (last is { } shown && time.GetElapsedTime(shown) < FrameInterval)
                    continue;
                last = time.GetTimestamp();
            }

            yield return await frames.OfAsync(progress);
        }
    }
}
