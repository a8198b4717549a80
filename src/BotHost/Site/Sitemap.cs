using System.Globalization;
using System.Xml.Linq;

namespace Wenlu.BotHost.Site;

internal readonly record struct SitemapAddress(string Path, DateTimeOffset? ChangedAt);

/// <summary>The list of all pages as https://www.sitemaps.org/protocol.html has it: of more than 50,000 addresses an index of parts.</summary>
internal static class Sitemap
{
    public const int Largest = 50_000;

    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>All addresses, or the index of their parts when there are too many for one list.</summary>
    public static XDocument Whole(Frame frame, IReadOnlyList<SitemapAddress> addresses) =>
        Parts(addresses.Count) == 1 ? Part(frame, addresses, 1)! : Index(frame, addresses.Count);

    private static XDocument Index(Frame frame, int addresses) => new(new XElement(Ns + "sitemapindex",
        Enumerable.Range(1, Parts(addresses)).Select(number => new XElement(Ns + "sitemap",
            new XElement(Ns + "loc", frame.Absolute(string.Create(CultureInfo.InvariantCulture, $"/sitemaps/{number}.xml")))))));

    /// <summary>Null for a part that there is not.</summary>
    public static XDocument? Part(Frame frame, IReadOnlyList<SitemapAddress> addresses, int number) =>
        number < 1 || number > Parts(addresses.Count) ? null : new(new XElement(Ns + "urlset",
            addresses.Skip((number - 1) * Largest).Take(Largest).Select(address => Url(frame, address))));

    private static XElement Url(Frame frame, SitemapAddress address) => new(Ns + "url",
        new XElement(Ns + "loc", frame.Absolute(address.Path)),
        address.ChangedAt is { } changed ? new XElement(Ns + "lastmod", changed.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null);

    private static int Parts(int addresses) => Math.Max(1, (addresses + Largest - 1) / Largest);
}
