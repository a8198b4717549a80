using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Publication;

/// <summary>What lists need to know of a question that everyone may read.</summary>
/// <param name="Lead">The beginning of its answer, as plain text.</param>
/// <param name="Sources">The ids of the documents that its answer rests on.</param>
public sealed record PublishedQuestion(
    string Id, string Title, string Lead, IReadOnlyList<string> Tags, DateTimeOffset AnsweredAt, IReadOnlyList<string> Sources)
{
    public string Path { get; } = PathOf(Id, Publication.Slug.Of(Title));

    public string Slug => Publication.Slug.Of(Title);

    internal string Wording { get; } = Publication.Slug.Wording(Title);

    internal static PublishedQuestion Of(StoredDocument stored) => new(
        stored.Document.Id, stored.Document.Title, Publication.Lead.Of(stored.Document.Markdown), stored.Document.Tags, stored.UpdatedAt,
        [.. stored.Document.Sources.Select(SourceNames.IdOf).Distinct()]);

    private static string PathOf(string id, string slug) => slug.Length == 0 ? $"/questions/{id}" : $"/questions/{id}/{Uri.EscapeDataString(slug)}";
}

/// <summary>How often a question was asked, and what its readers say of its answer.</summary>
public readonly record struct QuestionCount(long Asked, long Helpful, long Unhelpful);
