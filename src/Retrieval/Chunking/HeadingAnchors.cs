using System.Globalization;
using System.Text;

namespace Wenlu.Retrieval.Chunking;

/// <summary>
/// Hands out the anchors of one document's headings, in their order, as GitHub does: lower case, letters, digits, <c>-</c> and
/// <c>_</c> of any script kept, spaces to <c>-</c>, repeated anchors numbered <c>-1</c>, <c>-2</c>. A page that wants the links
/// of hits to work makes its anchors with this. Not thread safe.
/// </summary>
public sealed class HeadingAnchors
{
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    /// <summary>The next heading's anchor.</summary>
    /// <param name="heading">The heading as plain text.</param>
    /// <param name="explicitId">The id from a trailing <c>{#id}</c>, which is taken as it is; null when there is none.</param>
    /// <returns>Unique within the document unless an explicit id is repeated; <c>section</c> for a heading without letters.</returns>
    public string Next(string heading, string? explicitId = null)
    {
        if (explicitId is not null)
        {
            used.TryAdd(explicitId, 0);
            return explicitId;
        }
        var slug = Slug(heading);
        var anchor = slug;
        for (var count = used.GetValueOrDefault(slug); used.ContainsKey(anchor);)
            anchor = $"{slug}-{++count}";
        if (anchor != slug)
            used[slug] = int.Parse(anchor.AsSpan(slug.Length + 1), CultureInfo.InvariantCulture);
        used.Add(anchor, 0);
        return anchor;
    }

    private static string Slug(string heading)
    {
        var slug = new StringBuilder(heading.Length);
        foreach (var rune in heading.Trim().EnumerateRunes())
        {
            if (rune.Value == ' ')
                slug.Append('-');
            else if (rune.Value is '-' or '_' || IsKept(Rune.GetUnicodeCategory(rune)))
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return slug.Length > 0 ? slug.ToString() : "section";
    }

    private static bool IsKept(UnicodeCategory category) => category
        is <= UnicodeCategory.DecimalDigitNumber   // letters and marks come before the digits
        or UnicodeCategory.LetterNumber;
}
