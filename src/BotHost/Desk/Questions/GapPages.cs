using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Desk.Writing;
using Wenlu.BotHost.Gaps;

namespace Wenlu.BotHost.Desk.Questions;

/// <summary>Puts together what an editor needs to deal with one question.</summary>
internal sealed class GapPages(GapStore gaps, GapDesk desk, NearestDocuments nearest, MergeTargets targets, AnswerStore answers, AnswerPreviews previews)
{
    private const int MostGiven = 2;

    /// <summary>Null when there is no such question any more.</summary>
    /// <param name="wanted">What the editor looks for to merge it with; null: what is close.</param>
    public async Task<GapModel?> ReadAsync(string id, Language language, string? wanted = null, TypedAnswer? typed = null, bool withPreview = false)
    {
        if (await gaps.FindAsync(id) is not { } gap)
            return null;
        var model = new GapModel(GapViews.Of(gap, language), typed ?? Begin(gap)) { Wanted = wanted };
        return gap.State != GapState.Open
            ? model
            : model with
            {
                Nearest = [.. (await nearest.FindAsync(gap.Question, access: null)).Select(near => new NearLink(near.DocumentId, near.Title, near.Url))],
                Given = await GivenAsync(gap),
                Targets = await targets.FindAsync(gap, wanted ?? gap.Question),
                Preview = withPreview ? await previews.ReadAsync(model.Typed) : null,
            };
    }

    private TypedAnswer Begin(Gap gap) => new(gap.Question, string.Empty, string.Empty, string.Empty)
    {
        Readers = desk.DefaultAudience.Labels.Contains(AnswerReaders.Everyone) ? AnswerReaders.Everyone : AnswerReaders.Tenant,
    };

    /// <summary>What was not good enough, as long as it is kept; that nothing was found needs no words.</summary>
    private async Task<IReadOnlyList<Answer>> GivenAsync(Gap gap)
    {
        var doubtful = gap.Asks.Where(ask => ask.Kinds.Any(kind => kind != GapKind.NotFound)).Reverse().Take(MostGiven);
        var given = await Task.WhenAll(doubtful.Select(ask => answers.FindAsync(AnswerStore.IdFor(ask.Key))));
        return [.. given.OfType<GivenAnswer>().Select(answer => answer.Answer).DistinctBy(answer => answer.Markdown)];
    }
}
