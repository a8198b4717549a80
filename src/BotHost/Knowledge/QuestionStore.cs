namespace Wenlu.BotHost.Knowledge;

/// <summary>
/// A question with the answer it was given; the sources are article ids, each with an optional #anchor, numbered from 1 as the
/// answer cites them.
/// </summary>
internal sealed record AnsweredQuestion(
    string Id, string Question, string Markdown, DateTimeOffset AnsweredAt, IReadOnlyList<string> Tags, IReadOnlyList<string> Sources, Audience Audience,
    long Change);

/// <summary>Reads the questions and their sources, for pages that show them.</summary>
internal sealed class QuestionStore(KnowledgeStore store)
{
    public async Task<AnsweredQuestion?> GetQuestionAsync(string id) =>
        DocumentId.IsValid(id) && await store.FindAsync(new(Kinds.Question, id)) is { } stored ? ToQuestion(stored) : null;

    /// <summary>The article a source names; null when it is gone.</summary>
    public Task<StoredDocument?> GetSourceAsync(string source) => store.FindAsync(new(Kinds.Document, source.Split('#')[0]));

    /// <summary>Questions in the order of their last change, after a cursor that is the change of the one before.</summary>
    public async Task<IReadOnlyList<AnsweredQuestion>> ListAsync(long afterChange, int count)
    {
        var listed = await store.ListAsync(Kinds.Question, afterChange, count);
        var questions = await Task.WhenAll(listed.Select(question => store.FindAsync(question.Document.Key)));
        return [.. listed.Zip(questions).Where(pair => pair.Second is not null).Select(pair => ToQuestion(pair.Second! with { Change = pair.First.Change }))];
    }

    private static AnsweredQuestion ToQuestion(StoredDocument stored) => new(
        stored.Document.Id, stored.Document.Title, stored.Document.Markdown, stored.UpdatedAt,
        stored.Document.Tags, stored.Document.Sources, stored.Document.Audience, stored.Change);
}
