using Spectre.Console;
using Wenlu.BotHost.Wiki;

namespace Wenlu.BotHost.Cli.Sync;

/// <summary>What <c>sync</c> does, and shows.</summary>
internal sealed class SyncActions(SyncClient client, IAnsiConsole console, Language language)
{
    private const int Named = 5;

    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        var view = await client.GetAsync(cancellationToken);
        if (view.State == "off")
        {
            Say(SyncTexts.Off);
            return;
        }
        console.WriteLine($"{SyncTexts.State(view.State).In(language)}. {SyncTexts.Documents(view.Documents).In(language)}");
        if (view.EstimateSeconds > 0)
            Say(SyncTexts.Estimate(TimeSpan.FromSeconds(view.EstimateSeconds)));
        if (view.Run.StartedAt is not null)
            Say(SyncTexts.Run(view.Run));
        foreach (var space in view.Spaces)
            console.WriteLine($"  {SyncTexts.SpaceLine(space).In(language)}");
        foreach (var source in view.Sources.Where(source => source.From == "added"))
            console.WriteLine($"  {source.Source}");
        ShowFailures(view.Failures);
        ShowSkipped(view.Skipped);
    }

    public async Task AddAsync(string url, bool space, CancellationToken cancellationToken) =>
        Say(SyncTexts.Added(await client.AddAsync(url, space, cancellationToken)));

    public async Task RemoveAsync(string url, CancellationToken cancellationToken)
    {
        await client.RemoveAsync(url, cancellationToken);
        Say(SyncTexts.Removed);
    }

    public async Task NowAsync(CancellationToken cancellationToken)
    {
        await client.NowAsync(cancellationToken);
        Say(SyncTexts.Begun);
    }

    private void ShowFailures(IReadOnlyList<FailureView> failures)
    {
        if (failures.Count > 0)
            Say(SyncTexts.Failures);
        foreach (var failure in failures)
        {
            console.MarkupLineInterpolated($"  [red]{failure.What}[/] ×{failure.Count}");
            console.WriteLine($"    → {failure.Remedy}");
            ShowNames(failure.Documents);
        }
    }

    private void ShowSkipped(IReadOnlyList<SkippedView> skipped)
    {
        if (skipped.Count > 0)
            Say(SyncTexts.Skipped);
        foreach (var kind in skipped)
        {
            console.WriteLine($"  {kind.Type} ×{kind.Count}: {kind.Reason}");
            ShowNames(kind.Documents);
        }
    }

    private void ShowNames(IReadOnlyList<NamedDocument> documents)
    {
        foreach (var document in documents.Take(Named).Where(document => document.Title.Length > 0))
            console.WriteLine($"    {document.Title}  {document.Url}");
    }

    private void Say(Bilingual sentence) => console.WriteLine(sentence.In(language));
}
