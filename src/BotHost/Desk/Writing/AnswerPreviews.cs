using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Writing;

/// <summary>An answer as its readers will see it, and which of its sources they could not.</summary>
/// <param name="Missing">Sources that are in no document.</param>
/// <param name="Closed">Sources that not everyone may read.</param>
public sealed record AnswerPreview(Answer Answer, IReadOnlyList<string> Missing, IReadOnlyList<string> Closed);

/// <summary>Makes previews. An editor sees every source; what is wrong with one for others is said.</summary>
internal sealed class AnswerPreviews(KnowledgeStore knowledge, DocumentChunks chunks)
{
    public async Task<AnswerPreview> ReadAsync(TypedAnswer typed)
    {
        var documents = await Task.WhenAll(typed.SourceList.Select(FindAsync));
        var claims = Claims.Of(typed.Markdown);
        var sources = typed.SourceList.Zip(documents).ToList();
        var references = sources.Select((source, place) => source.Second is { } stored
            ? ReferenceOf(stored, source.First, place + 1, claims.GetValueOrDefault(place + 1) ?? [])
            : null);
        return new(
            new(Outcome.Grounded, typed.Markdown, [.. references.OfType<Reference>()], [], typed.Question, Languages.Of(typed.Question)),
            [.. sources.Where(source => source.Second is null).Select(source => source.First)],
            [.. sources.Where(source => source.Second is { IsPublic: false }).Select(source => source.First)]);
    }

    private Reference ReferenceOf(StoredDocument stored, string source, int number, IReadOnlyList<string> claims) =>
        SourcePassages.Find(stored, chunks.Of(stored), SourceNames.AnchorOf(source), string.Join(' ', claims), number)
        ?? new(number, stored.Document.Id, stored.Document.Title, [], string.Empty, stored.Address, stored.UpdatedAt);

    private async Task<StoredDocument?> FindAsync(string source) =>
        DocumentId.IsValid(SourceNames.IdOf(source)) ? await knowledge.FindAsync(new(Kinds.Document, SourceNames.IdOf(source))) : null;
}
