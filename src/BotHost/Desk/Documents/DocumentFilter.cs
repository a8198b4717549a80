using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Desk.Documents;

/// <summary>What an editor wants to see of the list, as its address has it.</summary>
/// <param name="Words">Looked for in titles, ids and texts.</param>
/// <param name="From">An origin, or <c>pushed:</c> and a folder's name.</param>
/// <param name="Sort">One of <see cref="Sorts"/>; empty: what was found best, else what changed last.</param>
public sealed record DocumentFilter(string Words, string Tag, string Audience, string From, string Sort, bool OnlyStale)
{
    public const int LongestWords = 500;
    public const string ByTitle = "title";
    public const string BySize = "size";
    public const string ByChange = "changed";
    public const string ByAge = "oldest";

    public static readonly IReadOnlyList<string> Sorts = [ByChange, ByAge, ByTitle, BySize];

    public bool IsEmpty => this is { Words: "", Tag: "", Audience: "", From: "", OnlyStale: false };

    internal static DocumentFilter Read(IQueryCollection query)
    {
        var words = query["q"].ToString().Trim();
        var sort = query["sort"].ToString();
        return new(
            words.Length > LongestWords ? words[..LongestWords] : words, query["tag"].ToString(), query["audience"].ToString(), query["from"].ToString(),
            Sorts.Contains(sort) ? sort : string.Empty, query["stale"] == "1");
    }

    public string Address(string path)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("q", Words), ("tag", Tag), ("audience", Audience), ("from", From), ("sort", Sort), ("stale", OnlyStale ? "1" : "") })
            if (value.Length > 0)
                query.Add(name, value);
        return path + query;
    }

    /// <summary>Everything but the words, which the search looks for.</summary>
    internal bool Admits(StoredDocument stored, DateTimeOffset? staleSince) =>
        (Tag.Length == 0 || stored.Document.Tags.Contains(Tag)) && IsOfAudience(stored) && IsFrom(stored)
        && (!OnlyStale || stored.UpdatedAt < staleSince);

    private bool IsOfAudience(StoredDocument stored) => Audience.Length == 0 || AudienceOf(stored) == Audience;

    private static string AudienceOf(StoredDocument stored) =>
        stored.Document.Audience.Labels is [AccessLabels.Everyone or AccessLabels.Tenant] labels ? labels[0] : AudienceForm.Some;

    private bool IsFrom(StoredDocument stored) =>
        From.Length == 0 || FromOf(stored) == From || DocumentOrigins.Of(stored).ToString().Equals(From, StringComparison.OrdinalIgnoreCase);

    /// <summary>As the choice of origins names it: pushed documents by their folder.</summary>
    internal static string FromOf(StoredDocument stored) => DocumentOrigins.Of(stored) switch
    {
        DocumentOrigin.Pushed => $"pushed:{stored.Document.Origin}",
        var origin => origin.ToString().ToLowerInvariant(),
    };

    /// <summary>In the order that was chosen; as they come where none was.</summary>
    internal IEnumerable<FoundDocument> InOrder(IEnumerable<FoundDocument> found) => Sort switch
    {
        ByTitle => found.OrderBy(one => one.Stored.Document.Title, StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), ignoreCase: true)),
        BySize => found.OrderByDescending(one => one.Stored.Size ?? 0),
        ByAge => found.OrderBy(one => one.Stored.UpdatedAt),
        ByChange => found.OrderByDescending(one => one.Stored.Change),
        _ when Words.Length > 0 => found,
        _ => found.OrderByDescending(one => one.Stored.Change),
    };
}

/// <param name="Passage">What of its text was found; null where its name was.</param>
internal readonly record struct FoundDocument(StoredDocument Stored, string? Passage);
