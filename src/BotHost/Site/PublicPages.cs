using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Site;

/// <summary>What the site may show to everyone, and nothing else: for what is not public there is no page, not a locked one.</summary>
internal sealed class PublicPages(KnowledgeStore knowledge, PublishedQuestions published, QuestionSearch search, DocumentChunks chunks)
{
    public async Task<StoredDocument?> DocumentAsync(string id) => await FindAsync(new DocumentKey(Kinds.Document, id));

    /// <summary>A question's answer with its sources as references, numbered as the answer cites them.</summary>
    public async Task<QuestionModel?> QuestionAsync(string id, CancellationToken cancellationToken)
    {
        if (published.Find(id) is not { } facts)
            return null;
        // Beside the reading of the answer and its sources: each keeps a processor busy for some milliseconds.
        var related = Task.Run(() => search.RelatedAsync(facts, cancellationToken), cancellationToken);
        if (await FindAsync(new DocumentKey(Kinds.Question, id)) is not { } stored || await ReferencesAsync(stored.Document) is not { } references)
            return null;
        var (question, language) = (stored.Document, Languages.Of(stored.Document.Title));
        return new QuestionModel(facts, new Answer(Outcome.Grounded, question.Markdown, references, [], question.Title, language))
        {
            WrittenByModel = question.WrittenByModel,
            AnsweredAt = stored.UpdatedAt,
            SourcesChangedAt = references.Count == 0 ? null : references.Max(reference => reference.UpdatedAt),
            Count = published.CountOf(id),
            Related = await related,
        };
    }

    /// <summary>What is asked, and nothing of the answer; null where there is no page.</summary>
    public async Task<string?> TitleAsync(string id)
    {
        if (published.Find(id) is not { } known)
            return null;
        DocumentKey[] behind = [new(Kinds.Question, id), .. known.Sources.Select(source => new DocumentKey(Kinds.Document, source))];
        var facts = await Task.WhenAll(behind.Select(knowledge.FindFactsAsync));
        return facts.All(document => document is { IsPublic: true }) ? facts[0]!.Document.Title : null;
    }

    /// <summary>Null when a source is not for everyone: then neither is what rests on it, whatever was known a moment ago.</summary>
    private async Task<IReadOnlyList<Reference>?> ReferencesAsync(KnowledgeDocument question)
    {
        var ids = question.Sources.Select(SourceNames.IdOf).Distinct().ToList();
        var documents = await Task.WhenAll(ids.Select(id => FindAsync(new DocumentKey(Kinds.Document, id))));
        if (documents.Any(document => document is null))
            return null;
        var claims = Claims.Of(question.Markdown);
        return [.. question.Sources.Select((source, place) =>
            ReferenceOf(documents[ids.IndexOf(SourceNames.IdOf(source))]!, source, place + 1, claims.GetValueOrDefault(place + 1)))];
    }

    /// <summary>Of a passage that is gone, the document remains.</summary>
    private Reference ReferenceOf(StoredDocument document, string source, int number, IReadOnlyList<string>? claims)
    {
        return SourcePassages.Find(document, chunks.Of(document), SourceNames.AnchorOf(source), string.Join(' ', claims ?? []), number)
            ?? new(number, document.Document.Id, document.Document.Title, [], string.Empty, document.Address, document.UpdatedAt);
    }

    private async Task<StoredDocument?> FindAsync(DocumentKey key) =>
        DocumentId.IsValid(key.Id) && await knowledge.FindAsync(key) is { IsPublic: true } document ? document : null;
}
