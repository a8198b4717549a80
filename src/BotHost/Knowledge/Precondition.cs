using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Wenlu.BotHost.Knowledge;

/// <summary>Which revisions a write may replace; 0 stands for "there is no document".</summary>
internal readonly record struct Precondition
{
    private readonly string? expected;

    private Precondition(string expected) => this.expected = expected;

    public static Precondition None => default;

    public static Precondition Exists => new("*");

    public static Precondition Absent => OneOf([0]);

    /// <summary>As the scripts read it: empty, a star, or the numbers each between commas.</summary>
    public string Expected => expected ?? "";

    public static Precondition OneOf(IEnumerable<long> revisions) =>
        new("," + string.Concat(revisions.Select(revision => revision.ToString(CultureInfo.InvariantCulture) + ",")));

    public static Precondition Of(HttpRequest request)
    {
        var headers = request.GetTypedHeaders();
        if (request.Headers.IfMatch.Count > 0)
            return Of(headers.IfMatch);
        return headers.IfNoneMatch.Any(IsAny) ? Absent : None;
    }

    /// <summary>The same from fields of a line, where only a star may stand for what must not be there; null when they cannot be read.</summary>
    public static Precondition? Parse(string? ifMatch, string? ifNoneMatch) => (ifMatch, ifNoneMatch) switch
    {
        (null, null) => None,
        (null, "*") => Absent,
        ({ } match, null) when EntityTagHeaderValue.TryParseList([match], out var tags) => Of(tags),
        _ => null,
    };

    /// <summary>If-Match compares strongly (RFC 9110, 13.1.1): a weak or foreign tag matches nothing.</summary>
    private static Precondition Of(IList<EntityTagHeaderValue> tags) =>
        tags.Any(IsAny) ? Exists : OneOf(tags.Where(tag => !tag.IsWeak).Select(RevisionOf).Where(revision => revision > 0));

    /// <summary>False for an If-Match that holds no entity tags, such as a revision without its quotes.</summary>
    public static bool IsReadable(HttpRequest request) => request.Headers.IfMatch.Count == 0 || request.GetTypedHeaders().IfMatch.Count > 0;

    public static bool IsNotModified(HttpRequest request, long revision) =>
        request.GetTypedHeaders().IfNoneMatch.Any(tag => IsAny(tag) || RevisionOf(tag) == revision);

    public static string TagOf(long revision) => $"\"{revision}\"";

    private static bool IsAny(EntityTagHeaderValue tag) => tag.Tag == "*";

    private static long RevisionOf(EntityTagHeaderValue tag) =>
        long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : -1;
}
