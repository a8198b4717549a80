using Microsoft.Extensions.Options;
using Wenlu.BotHost.Desk.Charts;
using Wenlu.BotHost.Desk.Numbers;
using Wenlu.BotHost.Desk.Sync;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Wiki;

namespace Wenlu.BotHost.Desk.Overview;

/// <summary>Gathers what an editor wants to see first.</summary>
internal sealed class OverviewReader(
    GapDesk gaps, NumbersReader numbers, KnowledgeIndex index, CarefulCounts counts, SyncReader sync, IOptions<FeishuOptions> feishu)
{
    private const int Named = 3;

    public async Task<OverviewModel> ReadAsync(Language language)
    {
        var (waiting, days, states) = (gaps.OpenAsync(), numbers.ReadAsync(WeekTrends.Days), StatesAsync(language));
        var open = await waiting;
        return new(
            open.Count, [.. open.Take(Named).Select(gap => new WaitingQuestion(gap.Id, gap.Question, gap.Count, gap.LastAsked))],
            [.. WeekTrends.Of((await days).Days, language)], await states);
    }

    private async Task<IReadOnlyList<StateLine>> StatesAsync(Language language)
    {
        var calls = numbers.ReadCallsAsync();
        var (old, changed) = await counts.ReadAsync();
        var lines = new List<StateLine> { DocumentsLine(old, language), AnswersLine(changed, language) };
        if (feishu.Value.IsEnabled)
            lines.Add(SyncLine(await sync.ReadAsync(language), language));
        if (await calls is { } month)
            lines.Add(new(
                OverviewTexts.Calls.In(language), DeskSections.Numbers + "#calls", CallsChart.SummaryOf(month, language).In(language),
                month.EmptyOn is not null || (month.Quota > 0 && month.Used >= month.Quota)));
        lines.Add(IndexLine(language));
        return lines;
    }

    private StateLine DocumentsLine(int? old, Language language)
    {
        var count = index.DocumentCount(Kinds.Document);
        var age = old switch { null => null, 0 => OverviewTexts.AllFresh.In(language), _ => OverviewTexts.Stale.With(Figure.Count(old.Value)).In(language) };
        var text = count == 0
            ? OverviewTexts.NoDocuments.In(language)
            : string.Join(" · ", new[] { OverviewTexts.DocumentsAre.With(Figure.Count(count)).In(language), age }.OfType<string>());
        return new(OverviewTexts.Documents.In(language), DeskSections.Documents, text, count == 0 || old > 0);
    }

    private static StateLine AnswersLine(int changed, Language language) => new(
        OverviewTexts.Outdated.In(language), DeskSections.Questions,
        (changed == 0 ? OverviewTexts.NoneOutdated : OverviewTexts.AreOutdated.With(changed)).In(language), changed > 0);

    private static StateLine SyncLine(SyncView view, Language language)
    {
        var failing = view.Documents.Failed + view.Documents.Withheld;
        var state = view.State == "off" ? OverviewTexts.SyncOff : SyncTexts.StateOf(view.State);
        var text = failing == 0 ? state.In(language) : $"{state.In(language)} · {OverviewTexts.SyncFailed.With(Figure.Count(failing)).In(language)}";
        return new(SyncTexts.Title.In(language), DeskSections.Sync, text, view.Failures.Count > 0);
    }

    private StateLine IndexLine(Language language) => new(
        OverviewTexts.Index.In(language), null,
        (index.Failure, index.IsCaughtUp) switch
        {
            ({ } failure, _) => OverviewTexts.IndexStands.With(failure.Message).In(language),
            (_, false) => OverviewTexts.IndexReads.In(language),
            _ => OverviewTexts.IndexFollows.With(Figure.Count(index.ChunkCount)).In(language),
        },
        index.Failure is not null || !index.IsCaughtUp);
}
