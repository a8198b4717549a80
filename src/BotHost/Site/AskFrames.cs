using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Site.Pages;

namespace Wenlu.BotHost.Site;

/// <summary>One question's progress as the events of its stream, rendered by what renders the pages.</summary>
internal sealed class AskFrames(HtmlRenderer renderer, Frame frame, int turn, string conversationId)
{
    private IReadOnlyList<Reference> passages = [];

    public async Task<SseItem<string>> OfAsync(AnswerProgress progress) => progress switch
    {
        AnswerProgress.Searching => Event("begun", new PageBegun(conversationId), AskJson.Wire.PageBegun),
        AnswerProgress.Found found => Event("found", await FoundAsync(found.Passages), AskJson.Wire.PageFound),
        AnswerProgress.Writing writing => Event("answer", new PageDraft(SiteMarkdown.Draft(writing.Markdown), writing.Cited), AskJson.Wire.PageDraft),
        AnswerProgress.Finished { Answer: var answer } => Event("done", await DoneAsync(answer), AskJson.Wire.PageDone),
        _ => throw new InvalidOperationException($"No frame for {progress.GetType().Name}."),
    };

    private async Task<PageFound> FoundAsync(IReadOnlyList<Reference> found)
    {
        passages = found;
        return new(AskTexts.Found.With(found.Count).In(frame.Language), await RenderAsync<FoundPassages>(new() { ["Passages"] = found }));
    }

    private async Task<PageDone> DoneAsync(Answer answer)
    {
        int[] cited = [.. answer.References.Select(PlaceOf)];
        return new(
            JsonNamingPolicy.CamelCase.ConvertName(answer.Outcome.ToString()), StatusOf(answer, cited).In(frame.Language),
            await RenderAsync<AnswerText>(new() { ["Answer"] = answer, ["Turn"] = turn }),
            await RenderAsync<AnswerSources>(new() { ["Answer"] = answer, ["Turn"] = turn }), cited);
    }

    /// <summary>The number of a reference among the passages found; 0 for one that was not among them.</summary>
    private int PlaceOf(Reference reference) =>
        passages.FirstOrDefault(passage => passage.DocumentId == reference.DocumentId && passage.Text == reference.Text)?.Number ?? 0;

    private Bilingual StatusOf(Answer answer, int[] cited) => answer switch
    {
        { Outcome: Outcome.NotFound } => AskTexts.NotFound,
        { Outcome: Outcome.Unavailable } => AskTexts.CannotSearch,
        { Outcome: Outcome.Extractive } => AskTexts.Extracts,
        _ when passages.Count > 0 => AskTexts.Read.With(passages.Count, cited.Length),
        _ => AskTexts.Done,
    };

    private Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent => renderer.Dispatcher.InvokeAsync(async () =>
    {
        parameters["Frame"] = frame;
        return (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString();
    });

    private static SseItem<string> Event<T>(string name, T data, JsonTypeInfo<T> type) => new(JsonSerializer.Serialize(data, type), name);
}
