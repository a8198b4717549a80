namespace Wenlu.Retrieval.Search;

/// <summary>
/// A hit that can be compared with others: whether two passages say the same about the same thing, as copies of a page and its
/// versions do. Numbers may differ between versions; passages about two things of one sort (two codes, two offices, two kinds
/// of leave) are worded alike and are not the same. Figures in this project's README.
/// </summary>
internal sealed class ComparableHit(Hit hit)
{
    /// <summary>Versions of one section share at least so much, numbers aside.</summary>
    private const double Version = 0.4;

    /// <summary>Versions of a page without headings: many pages are called 周报 or Notes.</summary>
    private const double Page = 0.6;

    /// <summary>Where one title says more than the other, the text has to agree.</summary>
    private const double Copy = 0.9;

    /// <summary>Between pages about two things, and where nothing says what they are about, only the same words are the same fact.</summary>
    private const double Quote = 0.98;

    // "Ask the service desk" is the same sentence about anything.
    private const int LeastWords = 30;

    private readonly Lazy<PassageSubject> subject = new(() => PassageSubject.Of(hit));
    private readonly Lazy<PassageWords> words = new(() => PassageWords.Of(hit.Text));

    public Hit Hit => hit;

    /// <summary>Within one document only what is repeated word for word under the same headings.</summary>
    public bool IsSameAs(ComparableHit other) => hit.DocumentId == other.Hit.DocumentId
        ? subject.Value.Equals(other.subject.Value) && words.Value.Likeness(other.words.Value) >= 1
        : IsVersionOf(other) || IsQuotedBy(other);

    /// <summary>The same passage of the same page, in a copy or another version: the newer one stands for both.</summary>
    public bool IsVersionOf(ComparableHit other)
    {
        if (!subject.Value.Contains(other.subject.Value) || subject.Value.NamesAnotherCode(other.subject.Value))
            return false;
        return words.Value.LikenessButNumbers(other.words.Value) >= LeastLikeness(other) && !words.Value.NameAnotherCode(other.words.Value);
    }

    private double LeastLikeness(ComparableHit other) =>
        subject.Value.IsSilentWith(other.subject.Value) ? Quote
        : !subject.Value.Equals(other.subject.Value) ? Copy
        : hit.Headings.Count > 0 ? Version
        : Page;

    /// <summary>A section that stands word for word in a page about something else.</summary>
    private bool IsQuotedBy(ComparableHit other) =>
        subject.Value.SharesSection(other.subject.Value)
        && !subject.Value.NamesAnotherCode(other.subject.Value)
        && Math.Min(words.Value.Count, other.words.Value.Count) >= LeastWords
        && words.Value.Likeness(other.words.Value) >= Quote;
}
