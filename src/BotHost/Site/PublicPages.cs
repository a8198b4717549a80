using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Site;

/// <summary>What the site may show to everyone, and nothing else: for what is not public there is no page, not a locked one.</summary>
internal sealed class PublicPages(KnowledgeIndex index, KnowledgeStore knowledge, PastAnswers past, TimeProvider time)
{
    /// <summary>Enough to choose from; the list is read at every visit of the empty page.</summary>
    private const int Candidates = 200;

    public async Task<StoredDocument?> DocumentAsync(string id) => await FindAsync(new DocumentKey(Kinds.Document, id));

    /// <summary>A question's answer with its sources as references, numbered as the answer cites them.</summary>
    public async Task<AnsweredPage?> QuestionAsync(string id)
    {
        if (await FindAsync(new DocumentKey(Kinds.Question, id)) is not { } question)
            return null;
        var references = await Task.WhenAll(question.Document.Sources.Select((source, index) => ReferenceAsync(source, index + 1)));
        var answer = new Answer(
            Outcome.Grounded, question.Document.Markdown, [.. references.OfType<Reference>()], [], question.Document.Title,
            Languages.Of(question.Document.Title));
        return new AnsweredPage(answer, question.UpdatedAt, await past.IsOutdatedAsync(question));
    }

    public async Task<IReadOnlyList<string>> SuggestionsAsync(Language language)
    {
        var facts = await Task.WhenAll(index.ReadableIds(Kinds.Question, SiteEndpoints.Public, Candidates).Select(id => knowledge.FindFactsAsync(new(Kinds.Question, id))));
        var questions = facts.OfType<StoredDocument>().Where(question => question.IsPublic).Select(question => question.Document);
        return Suggestions.Choose(questions, language, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    }

    private async Task<Reference?> ReferenceAsync(string source, int number) =>
        await FindAsync(new DocumentKey(Kinds.Document, SourceNames.IdOf(source))) is { } document ? NamedSource.Read(document, source, number) : null;

    private async Task<StoredDocument?> FindAsync(DocumentKey key) =>
        DocumentId.IsValid(key.Id) && await knowledge.FindAsync(key) is { IsPublic: true } document ? document : null;
}

/// <summary>A question that was answered before, as its page shows it.</summary>
internal sealed record AnsweredPage(Answer Answer, DateTimeOffset AnsweredAt, bool IsOutdated);
