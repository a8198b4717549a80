using System.Text;
using System.Xml;
using System.Xml.Linq;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Site;

/// <summary>What search engines and feed readers ask for: which pages there are, which to leave alone, what is new.</summary>
internal static class FoundEndpoints
{
    private const int Entries = 30;

    public static void MapFound(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/robots.txt", SiteEndpoints.Reading, (HttpContext context) => Text(Robots(Frame.Of(context.Request))));
        pages.MapMethods("/sitemap.xml", SiteEndpoints.Reading, (HttpContext context, PublishedQuestions published) =>
            Xml(Sitemap.Whole(Frame.Of(context.Request), Addresses(published)), "application/xml"));
        pages.MapMethods("/sitemaps/{number:int}.xml", SiteEndpoints.Reading, SitemapAsync);
        pages.MapMethods("/feed.atom", SiteEndpoints.Reading, (HttpContext context, PublishedQuestions published) =>
            Xml(AtomFeed.Of(Frame.Of(context.Request), [.. published.Lists.Newest.Take(Entries)]), "application/atom+xml"));
    }

    private static async Task<IResult> SitemapAsync(HttpContext context, int number, PublishedQuestions published) =>
        Sitemap.Part(Frame.Of(context.Request), Addresses(published), number) is { } part
            ? Xml(part, "application/xml")
            : await SiteEndpoints.MissingAsync(context.Request);

    private static List<SitemapAddress> Addresses(PublishedQuestions published) =>
    [
        new("/", NewestOf(published)),
        new("/questions", NewestOf(published)),
        .. published.Lists.Newest.Select(question => new SitemapAddress(question.Path, Later(question.AnsweredAt, published.SourcesChangedAt(question)))),
        .. published.OpenPages.OrderBy(source => source.Id, StringComparer.Ordinal).Select(source => new SitemapAddress("/documents/" + source.Id, source.UpdatedAt)),
    ];

    private static DateTimeOffset? NewestOf(PublishedQuestions published) => published.Lists.Newest is [var newest, ..] ? newest.AnsweredAt : null;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other is { } time && time > one ? time : one;

    private static string Robots(Frame frame) =>
        $"User-agent: *\nDisallow: /ask/\nDisallow: /api/\nDisallow: /desk\nDisallow: /language\nDisallow: /questions/search\nDisallow: /*?q=\nDisallow: /*&q=\nSitemap: {frame.Absolute("/sitemap.xml")}\n";

    private static CachedResult Text(string text) => new(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");

    private static CachedResult Xml(XDocument document, string type)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
            document.Save(writer);
        return new(stream.ToArray(), type + "; charset=utf-8");
    }
}

/// <summary>A file that is made when it is asked for.</summary>
internal sealed class CachedResult(byte[] body, string type) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = type;
        return CachedBody.WriteAsync(httpContext, body);
    }
}
