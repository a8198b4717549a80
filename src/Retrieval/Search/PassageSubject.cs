using System.Text.RegularExpressions;
using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Search;

/// <summary>What a passage is about, as its title and headings say; marks of a version (v2, 2024, 副本) are no part of it.</summary>
internal sealed partial class PassageSubject
{
    private readonly HashSet<string> terms;
    private readonly string section;

    private PassageSubject(HashSet<string> terms, string section) => (this.terms, this.section) = (terms, section);

    public static PassageSubject Of(Hit hit) => new(
        [.. hit.Headings.Prepend(hit.Title).SelectMany(name => TermsOf(Clean(name)))],
        hit.Headings is [.., var innermost] ? string.Join(' ', TermsOf(Clean(innermost))) : "");

    /// <summary>Nothing tells what either passage is about.</summary>
    public bool IsSilentWith(PassageSubject other) => terms.Count == 0 || other.terms.Count == 0;

    public bool Equals(PassageSubject other) => terms.SetEquals(other.terms);

    /// <summary>Whether one says all that the other one says, and more.</summary>
    public bool Contains(PassageSubject other) => terms.IsSupersetOf(other.terms) || other.terms.IsSupersetOf(terms);

    /// <summary>Whether a section of the same name stands in both.</summary>
    public bool SharesSection(PassageSubject other) => section.Length > 0 && section == other.section;

    /// <summary>Codes (E4021, db01) that only one has, on both sides: two things of one sort.</summary>
    public bool NamesAnotherCode(PassageSubject other) => PassageWords.NameAnotherCode(terms, other.terms);

    private static IEnumerable<string> TermsOf(string name) => TextScanner.Scan(name)
        .SelectMany(lexeme => lexeme.Ideographic ? TextAnalyzer.Pairs(lexeme.Text).DefaultIfEmpty(lexeme.Text) : [EnglishStem.Of(lexeme.Text.ToLowerInvariant())]);

    private static string Clean(string name) => Version().Replace(Order().Replace(TextNormalizer.Fold(name), ""), " ");

    // The number of a section says where it stands, not what it is about.
    [GeneratedRegex(@"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.、)]?\s+|\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}[章节]\s*|[(（][一二三四五六七八九十\d]{1,3}[)）])", RegexOptions.ExplicitCapture)]
    private static partial Regex Order();

    [GeneratedRegex(@"[(（【\[]?(?:(?<![A-Za-z0-9])(?:v|ver\.?|version)\s?\d+(?:\.\d+)*|(?:19|20)\d{2}(?:\s?[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?)?(?:\s?年度?|版)*|第[一二三四五六七八九十\d]+版|[新旧]版|最新版?|修订[版稿]?|更新版?|副本|备份|草稿|试行|已?作废|归档|存档|\b(?:copy|old|new|draft|archived?|deprecated|updated|latest|final)\b)(?:\s*\d+)?[)）】\]]?|[(（]\d{1,2}[)）]\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
