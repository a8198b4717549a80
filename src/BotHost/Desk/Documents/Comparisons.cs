using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>Two revisions of a document, or of an editor's answer, compared.</summary>
internal static class Comparisons
{
    public static Comparison Between(KnowledgeDocument before, KnowledgeDocument after, Language language) => new(
        [.. Facts(before, after, language).Where(fact => fact.Before != fact.After)], TextDiff.Between(before.Markdown, after.Markdown));

    private static IEnumerable<FactChange> Facts(KnowledgeDocument before, KnowledgeDocument after, Language language)
    {
        var isAnswer = after.Kind == Kinds.Answer;
        yield return new(isAnswer ? DocumentDeskTexts.Question : DocumentDeskTexts.Title, before.Title, after.Title);
        yield return new(DocumentDeskTexts.Readers, Readers(before, language), Readers(after, language));
        yield return new(DocumentDeskTexts.Address, before.Url ?? string.Empty, after.Url ?? string.Empty);
        yield return new(DocumentDeskTexts.Tags, string.Join(", ", before.Tags), string.Join(", ", after.Tags));
        yield return new(DocumentDeskTexts.Paraphrases, Paraphrases(before), Paraphrases(after));
        yield return new(DocumentDeskTexts.Sources, string.Join(", ", before.Sources), string.Join(", ", after.Sources));
        yield return new(DocumentDeskTexts.Expires, Expiry(before), Expiry(after));
    }

    /// <summary>By name and not by number: another chat in the place of one is another audience.</summary>
    private static string Readers(KnowledgeDocument document, Language language) =>
        AudienceForm.Of(document.Audience) is { Who: AudienceForm.Some } some
            ? string.Join(", ", FormList.ByLine(some.Chats).Concat(FormList.ByLine(some.Users)))
            : AudienceForm.InWords(document.Audience).In(language);

    private static string Paraphrases(KnowledgeDocument document) => string.Join(" / ", document.Curation?.Paraphrases ?? []);

    private static string Expiry(KnowledgeDocument document) => document.Curation?.ExpiresAt is { } at ? PageTime.Day(at) : string.Empty;
}
