using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Attachments;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Conversations;

/// <summary>What of an answer that was given may still be shown: who could read its sources then may not be able to now.</summary>
internal sealed class StandingAnswers(KnowledgeStore knowledge)
{
    /// <summary>The answer's sources that these readers may read today.</summary>
    public async Task<IReadOnlyList<Reference>> ReadableAsync(Answer answer, IReadOnlyCollection<string> labels)
    {
        // Several passages of one document are the rule.
        var documents = answer.References.Select(reference => reference.DocumentId).Distinct().ToList();
        var readable = await Task.WhenAll(documents.Select(id => IsReadableAsync(id, labels)));
        var open = documents.Zip(readable).Where(pair => pair.Second).Select(pair => pair.First).ToHashSet();
        return [.. answer.References.Where(reference => open.Contains(reference.DocumentId))];
    }

    /// <summary>Whether all of the answer may be repeated.</summary>
    public async Task<bool> MayBeRepeatedAsync(Answer answer, IReadOnlyCollection<string> labels) =>
        (await ReadableAsync(answer, labels)).Count == answer.References.Count;

    /// <summary>What came with the conversation is no document of the knowledge base, and its readers brought it.</summary>
    private async Task<bool> IsReadableAsync(string documentId, IReadOnlyCollection<string> labels) =>
        await knowledge.FindFactsAsync(new(Kinds.Document, documentId)) is { } stored
            ? stored.Document.Audience.Opens(labels)
            : AttachedDocument.IsId(documentId);
}
