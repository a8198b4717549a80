namespace Wenlu.BotHost.Knowledge;

/// <summary>Notices when what the stored answer to an earlier question rests on has changed since, or is not open to all its readers.</summary>
internal sealed class PastAnswers(KnowledgeStore store)
{
    public async Task<bool> IsOutdatedAsync(string questionId) =>
        await store.FindFactsAsync(new(Kinds.Question, questionId)) is { } question && await IsOutdatedAsync(question);

    /// <param name="question">Of kind <see cref="Kinds.Question"/>; its Markdown is not needed.</param>
    public async Task<bool> IsOutdatedAsync(StoredDocument question)
    {
        var sources = await Task.WhenAll(question.Document.Sources.Select(SourceNames.IdOf).Distinct().Select(id => store.FindFactsAsync(new(Kinds.Document, id))));
        return sources.Any(source => source is null || source.UpdatedAt > question.UpdatedAt || (question.IsPublic && !source.IsPublic));
    }
}
