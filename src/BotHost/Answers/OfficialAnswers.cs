using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Curated;
using Wenlu.Retrieval.Related;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Answers;

/// <summary>
/// Finds the answer that an editor has given to a question. It is given as it stands, so the question has to be the same for certain
/// (<see cref="SameQuestion"/>): anything else is searched for.
/// </summary>
internal sealed partial class OfficialAnswers(
    KnowledgeIndex index, KnowledgeStore store, CuratedSources sources, PageAnswers pages, PassageFinder finder, TimeProvider time, ILogger<OfficialAnswers> logger)
{
    private const int Candidates = 12;

    /// <summary>Null when no editor has answered this for these readers, or nobody can tell now: then it is searched for.</summary>
    public async Task<Answer?> FindAsync(string standalone, Question question, CancellationToken cancellationToken)
    {
        // What a picture or a file is asked about is not in the words.
        if (question is { MeantDocument: not null } or { Pictures.Count: > 0 })
            return null;
        try
        {
            await index.FirstCatchUp.WaitAsync(cancellationToken);
            if (!index.HasReadable(Kinds.Answer, question.Access) || await BestAsync(standalone, question, cancellationToken) is not { } best)
                return null;
            var related = finder.FindRelatedAsync(standalone, question, cancellationToken);
            return await ReadAsync(best, question) with { StandaloneQuestion = standalone, Related = await related };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception.GetType().Name);
            return null;
        }
    }

    private async Task<StoredDocument?> BestAsync(string standalone, Question question, CancellationToken cancellationToken)
    {
        var query = new SearchQuery(standalone) { TopK = Candidates, Kind = Kinds.Answer, Access = question.Access };
        var found = await index.SearchAsync(query, cancellationToken);
        var answers = await Task.WhenAll(found.Hits.Select(hit => hit.DocumentId).Distinct().Select(id => store.FindFactsAsync(new(Kinds.Answer, id))));
        var best = answers.OfType<StoredDocument>().Where(answer => IsFor(answer, question))
            .Select(answer => (answer, likeness: LikenessOf(answer.Document, standalone)))
            .Where(candidate => candidate.likeness > 0)
            .OrderByDescending(candidate => candidate.likeness).ThenByDescending(candidate => candidate.answer.UpdatedAt)
            .FirstOrDefault();
        return best.answer is not null && await pages.IsOpenAsync(best.answer.Document, question.Access) ? await store.FindAsync(best.answer.Document.Key) : null;
    }

    /// <summary>The index may be a moment behind: what was taken from these readers just now is not given to them.</summary>
    private bool IsFor(StoredDocument answer, Question question) =>
        answer.Document.Curation?.IsExpired(time.GetUtcNow()) is false && OfficialAnswer.MayRead(answer, question.Access);

    private double LikenessOf(KnowledgeDocument answer, string standalone) =>
        answer.Curation!.Paraphrases.Prepend(answer.Title).Max(wording => SameQuestion.Of(standalone, wording, index.Glossary));

    /// <summary>An editor's answer as these readers see it.</summary>
    public async Task<Answer> ReadAsync(StoredDocument answer, Question question)
    {
        var changed = sources.ChangedAsync(answer.Document);
        var documents = await Task.WhenAll(answer.Document.Sources.Select(source => store.FindAsync(new(Kinds.Document, SourceNames.IdOf(source)))));
        return OfficialAnswer.Write(new(answer, documents, (await changed).Count > 0), question);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Editors' answers could not be looked up ({Failure}); the question is searched for.")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
