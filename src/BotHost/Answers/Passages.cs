using Wenlu.BotHost.Answers.Markup;
using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Answers;

/// <summary>From hits to the numbered passages that a model is shown and that an answer refers to.</summary>
internal static class Passages
{
    /// <summary>Enough for eight full chunks, and little beside what any current model takes.</summary>
    public const int Tokens = 6_000;

    public const int Most = 8;

    /// <summary>Numbered from 1, best first, none twice.</summary>
    public static IReadOnlyList<Reference> From(IEnumerable<Hit> hits) =>
        [.. Distinct(hits).Select((hit, index) => From(hit, index + 1))];

    /// <summary>The hits that the passages are made of, in their order.</summary>
    public static IEnumerable<Hit> Distinct(IEnumerable<Hit> hits) => hits.DistinctBy(hit => (hit.DocumentId, hit.ChunkNumber)).Take(Most);

    /// <summary>The best ones that fit together; the best of all in any case.</summary>
    public static IReadOnlyList<Reference> Within(IReadOnlyList<Reference> passages, Func<string, int> count, int budget = Tokens)
    {
        var left = budget;
        return [.. passages.TakeWhile((passage, index) => (left -= count(passage.Text)) >= 0 || index == 0)];
    }

    /// <summary>The chosen passages with new numbers, in the given order.</summary>
    public static IReadOnlyList<Reference> Renumber(IEnumerable<Reference> passages) =>
        [.. passages.Select((passage, index) => passage with { Number = index + 1 })];

    private static Reference From(Hit hit, int number) =>
        new(number, hit.DocumentId, hit.Title, hit.Headings, hit.Text, UrlOf(hit), hit.UpdatedAt);

    /// <summary>The address of the passage's own heading, as far as the document's address leaves room for it.</summary>
    public static string? UrlOf(Hit hit) => hit switch
    {
        { Url: null } => null,
        { Url: var url } when !SafeUrl.IsSafe(url) => null,
        { Anchor: { Length: > 0 } anchor, Url: var url } when !url.Contains('#', StringComparison.Ordinal) => $"{url}#{Uri.EscapeDataString(anchor)}",
        _ => hit.Url,
    };
}
