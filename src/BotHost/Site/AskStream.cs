using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Site.Pages;

namespace Wenlu.BotHost.Site;

/// <summary>What the ask page's script listens to: the answer as HTML while it grows. The browser's own event source asks, so this is a GET.</summary>
internal static class AskStream
{
    /// <summary>Each frame is the whole text so far; more of them would only be more bytes.</summary>
    private static readonly TimeSpan FrameInterval = TimeSpan.FromMilliseconds(80);

    /// <param name="request">With the reader's language.</param>
    /// <param name="q">The question.</param>
    /// <param name="c">The conversation, for a follow-up.</param>
    /// <param name="turn">The how-manieth question on this page, so that references do not get each other's anchors.</param>
    public static async Task<IResult> OpenAsync(
        HttpRequest request, string? q, string? c, int? turn, Visitors visitors, KnowledgeIndex index, HtmlRenderer renderer, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (q?.Trim() is not { Length: > 0 and <= SiteEndpoints.MaxTyped } question)
            return TypedResults.BadRequest();
        if (!index.IsCaughtUp)
            return AbsencePageFilter.Away(request.HttpContext);
        var visit = await visitors.WelcomeAsync(question, Visitors.ConversationOrNew(c), SiteEndpoints.Public, Door.Site);
        var frames = new Frames(renderer, Frame.Of(request), turn ?? 1, visit.ConversationId);
        return TypedResults.ServerSentEvents(EventsAsync(visitors.AskAsync(visit, cancellationToken), frames, time, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        IAsyncEnumerable<AnswerProgress> answering, Frames frames, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
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

            foreach (var item in await frames.OfAsync(progress))
                yield return item;
        }
    }

    private sealed record Frames(HtmlRenderer Renderer, Frame Frame, int Turn, string ConversationId)
    {
        public async Task<IEnumerable<SseItem<string>>> OfAsync(AnswerProgress progress) => progress switch
        {
            AnswerProgress.Searching => [Status(AnswerTexts.Searching)],
            AnswerProgress.Found => [Status(AnswerTexts.Writing)],
            AnswerProgress.Writing writing => [Html(SiteMarkdown.Draft(writing.Markdown))],
            AnswerProgress.Finished { Answer: var answer } => [Html(await RenderAsync(answer)), Done()],
            _ => [],
        };

        private SseItem<string> Status(Bilingual text) => new(text.In(Frame.Language), "status");

        private static SseItem<string> Html(string html) => new(JsonSerializer.Serialize(new PageAnswer(html), AskJson.Wire.PageAnswer), "answer");

        private SseItem<string> Done() => new(JsonSerializer.Serialize(new PageDone(ConversationId), AskJson.Wire.PageDone), "done");

        private Task<string> RenderAsync(Answer answer) => Renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?> { ["Answer"] = answer, ["Frame"] = Frame, ["Turn"] = Turn };
            return (await Renderer.RenderComponentAsync<AnswerView>(ParameterView.FromDictionary(parameters))).ToHtmlString();
        });
    }
}
