using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site.Pages;

namespace Wenlu.BotHost.Site;

/// <summary>Pages for people: ask, read a document, read a question. Rendered on the server; the script only makes asking livelier.</summary>
internal static class SiteEndpoints
{
    private static readonly IReadOnlyCollection<string> Public = [AccessLabels.Everyone];

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(string.Empty).ExcludeFromDescription();
        pages.MapGet("/", AskAsync);
        pages.MapGet("/ask/stream", StreamAsync);
        pages.MapGet("/documents/{id}", DocumentAsync);
        pages.MapGet("/questions/{id}", QuestionAsync);
        pages.MapFallback("{*path:nonfile}", Missing);
    }

    private static async Task<RazorComponentResult<AskPage>> AskAsync(
        HttpRequest request, string? q, string? c, Visitors visitors, PublicPages pages, CancellationToken cancellationToken)
    {
        var question = q?.Trim() is { Length: > 0 and <= Visitors.MaxQuestionLength } text ? text : null;
        var conversationId = Visitors.ConversationOrNew(c);
        var answer = question is null ? null : await visitors.AnswerAsync(question, conversationId, Public, cancellationToken);
        return new(new
        {
            Language = ReaderLanguage.Of(request),
            Question = question,
            ConversationId = question is null ? null : conversationId,
            Answer = answer,
            Suggestions = question is null ? await pages.SuggestionsAsync() : [],
        });
    }

    private static ServerSentEventsResult<string> StreamAsync(
        HttpRequest request, string q, string? c, Visitors visitors, HtmlRenderer renderer, CancellationToken cancellationToken)
    {
        var conversationId = Visitors.ConversationOrNew(c);
        var language = ReaderLanguage.Of(request);
        var question = q.Length <= Visitors.MaxQuestionLength ? q : q[..Visitors.MaxQuestionLength];
        var progress = visitors.AskAsync(question, conversationId, Public, cancellationToken);
        return TypedResults.ServerSentEvents(EventsAsync(progress, language, conversationId, renderer, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        IAsyncEnumerable<AnswerProgress> progress, Language language, string conversationId, HtmlRenderer renderer,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var step in progress.WithCancellation(cancellationToken))
        {
            switch (step)
            {
                case AnswerProgress.Searching:
                    yield return new SseItem<string>(AnswerTexts.Searching.In(language), "status");
                    break;
                case AnswerProgress.Found:
                    yield return new SseItem<string>(AnswerTexts.Writing.In(language), "status");
                    break;
                case AnswerProgress.Writing writing:
                    yield return Html(SiteMarkdown.Answer(writing.Markdown, []));
                    break;
                case AnswerProgress.Finished finished:
                    yield return Html(await RenderAsync(renderer, finished.Answer, language));
                    yield return new SseItem<string>(JsonSerializer.Serialize(new PageDone(conversationId), AskJson.Default.PageDone), "done");
                    break;
            }
        }
    }

    private static SseItem<string> Html(string html) => new(JsonSerializer.Serialize(new PageAnswer(html), AskJson.Default.PageAnswer), "answer");

    private static Task<string> RenderAsync(HtmlRenderer renderer, Answer answer, Language language) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Answer"] = answer, ["Language"] = language });
        return (await renderer.RenderComponentAsync<AnswerView>(parameters)).ToHtmlString();
    });

    private static async Task<IResult> DocumentAsync(HttpRequest request, string id, PublicPages pages) =>
        await pages.DocumentAsync(id) is { } document
            ? new RazorComponentResult<Pages.DocumentPage>(new
            {
                Language = ReaderLanguage.Of(request),
                DocumentTitle = document.Document.Title,
                document.Document.Markdown,
                document.UpdatedAt,
            })
            : Missing(request);

    private static async Task<IResult> QuestionAsync(HttpRequest request, string id, PublicPages pages) =>
        await pages.QuestionAsync(id) is { } answer
            ? new RazorComponentResult<QuestionPage>(new { Language = ReaderLanguage.Of(request), Answer = answer })
            : Missing(request);

    private static RazorComponentResult<MissingPage> Missing(HttpRequest request) =>
        new(new { Language = ReaderLanguage.Of(request) }) { StatusCode = StatusCodes.Status404NotFound };
}
