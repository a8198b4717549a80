using Spectre.Console;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Cli.Push;

/// <summary>
/// Removes what its folder no longer has: documents of the same origin only, and none that was written since the push began. A file
/// that is there is not gone, even if it was left out this time or could not be read.
/// </summary>
internal sealed class Pruning(KnowledgeClient client, PushSettings settings, PushTally tally, IAnsiConsole console, Language language)
{
    /// <summary>More than this of an origin's documents is more often a wrong folder than a wish.</summary>
    private const double QuietShare = 0.2;
    private const int QuietCount = 3;
    private const int Together = 4;

    public async Task RunAsync(PushFolder folder, Dictionary<string, DocumentFacts> known, CancellationToken cancellationToken)
    {
        var own = known.Values.Where(document => document.Origin == settings.OriginName).ToList();
        var there = folder.All.Select(FileDocumentId.Of).ToHashSet();
        var gone = own.Where(document => !there.Contains(document.Id)).OrderBy(document => document.Id, StringComparer.Ordinal).ToList();
        if (settings.DryRun)
            gone.ForEach(Show);
        else if (Confirm(gone.Count, own.Count))
            await Parallel.ForEachAsync(
                gone, new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancellationToken }, async (document, stop) => await RemoveAsync(document, stop));
    }

    private void Show(DocumentFacts document)
    {
        tally.Removed();
        console.WriteLine($"{PushTexts.Gone.In(language)}  {document.Id}");
    }

    private bool Confirm(int gone, int own)
    {
        if (settings.Yes || gone <= QuietCount || gone <= own * QuietShare)
            return true;
        if (console.Profile.Capabilities.Interactive)
            return console.Confirm(PushTexts.Ask(gone, own).In(language), defaultValue: false) || Refuse(PushTexts.NotPruned);
        return Refuse(PushTexts.TooMany(gone, own));
    }

    private bool Refuse(Bilingual why)
    {
        tally.Failed("--prune", why.In(language));
        return false;
    }

    private async Task RemoveAsync(DocumentFacts document, CancellationToken cancellationToken)
    {
        try
        {
            await Persistence.RunAsync(() => client.DeleteAsync(document.Id, document.Revision, cancellationToken), cancellationToken);
            tally.Removed();
        }
        catch (ServiceException exception) when (!exception.Passing)
        {
            tally.Failed(document.Id, exception.Sentence.In(language));
        }
    }
}
