using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;

namespace Wenlu.BotHost.Gaps;

/// <summary>Official answers that are still given although a source of theirs has changed.</summary>
internal sealed class OutdatedAnswers(KnowledgeStore knowledge, CuratedSources sources, TimeProvider time)
{
    /// <summary>Looked through at every card; a team writes hundreds, not thousands.</summary>
    private const int Candidates = 1_000;

    public async Task<IReadOnlyList<StoredDocument>> ListAsync()
    {
        var outdated = new List<StoredDocument>();
        foreach (var answer in await knowledge.ListAsync(Kinds.Answer, 0, Candidates))
        {
            if (!answer.Document.Curation!.IsExpired(time.GetUtcNow()) && (await sources.ChangedAsync(answer.Document)).Count > 0)
                outdated.Add(answer);
        }
        return outdated;
    }
}
