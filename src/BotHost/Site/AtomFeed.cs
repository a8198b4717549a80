using System.Globalization;
using System.Xml.Linq;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Site;

/// <summary>The newest questions as RFC 4287 has them.</summary>
internal static class AtomFeed
{
    private static readonly XNamespace Ns = "http://www.w3.org/2005/Atom";

    public static XDocument Of(Frame frame, IReadOnlyList<PublishedQuestion> newest) => new(new XElement(Ns + "feed",
        new XElement(Ns + "id", frame.Absolute("/feed.atom")),
        new XElement(Ns + "title", $"{SiteTexts.Name.In(frame.Language)} · {SiteTexts.Newest.In(frame.Language)}"),
        new XElement(Ns + "updated", Time(newest.Count == 0 ? DateTimeOffset.UnixEpoch : newest.Max(question => question.AnsweredAt))),
        new XElement(Ns + "author", new XElement(Ns + "name", SiteTexts.Name.In(frame.Language))),
        Link("self", frame.Absolute("/feed.atom")),
        Link("alternate", frame.Absolute("/questions")),
        newest.Select(question => Entry(frame, question))));

    private static XElement Entry(Frame frame, PublishedQuestion question) => new(Ns + "entry",
        new XElement(Ns + "id", frame.Absolute("/questions/" + question.Id)),
        new XElement(Ns + "title", question.Title),
        new XElement(Ns + "updated", Time(question.AnsweredAt)),
        Link("alternate", frame.Absolute(question.Path)),
        question.Tags.Select(tag => new XElement(Ns + "category", new XAttribute("term", tag))),
        new XElement(Ns + "summary", question.Lead));

    private static XElement Link(string relation, string address) => new(Ns + "link", new XAttribute("rel", relation), new XAttribute("href", address));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
