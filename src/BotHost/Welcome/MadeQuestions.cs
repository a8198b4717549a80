using Wenlu.BotHost.Knowledge;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.BotHost.Welcome;

/// <summary>Questions made of titles and headings, for a knowledge base in which nobody has written any.</summary>
internal static class MadeQuestions
{
    /// <summary>The language that was asked for first, then one document of each area after the other.</summary>
    public static IEnumerable<KnowledgeDocument> Spread(IEnumerable<KnowledgeDocument> documents, Language language) => documents
        .GroupBy(document => document.Tags is [var area, ..] ? area : document.Id)
        .SelectMany(area => area.Select((document, place) => (document, place)))
        .OrderBy(candidate => Languages.Of(candidate.document.Title) == language ? 0 : 1)
        .ThenBy(candidate => candidate.place)
        .Select(candidate => candidate.document);

    /// <summary>The first of each document, then the second of each: as different as the documents are.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<KnowledgeDocument> documents) => documents
        .SelectMany(document => Of(document).Select((question, place) => (question, place)))
        .OrderBy(made => made.place)
        .Select(made => made.question);

    private static IEnumerable<string> Of(KnowledgeDocument document) => IsQuestion(document.Title)
        ? Headings(document).Where(IsQuestion).Prepend(document.Title)
        : Headings(document).Select(heading => About(document.Title, heading)).Append(About(document.Title));

    private static IEnumerable<string> Headings(KnowledgeDocument document) => MarkdownChunker.Cut(document.Title, document.Markdown)
        .Select(chunk => chunk.Headings is [.., var last] ? last : string.Empty)
        .Where(heading => heading.Length > 0)
        .Distinct();

    private static string About(string title, string heading) => IsQuestion(heading)
        ? heading
        : new Bilingual($"《{title}》里的「{heading}」是怎么说的？", $"What does “{title}” say about “{heading}”?").In(Languages.Of(title + heading));

    private static string About(string title) => new Bilingual($"《{title}》讲了什么？", $"What is “{title}” about?").In(Languages.Of(title));

    private static bool IsQuestion(string text) => text.TrimEnd() is [.., '?' or '？'];
}
