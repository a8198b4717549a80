using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Site;

/// <summary>What a page says, for programs: https://schema.org as JSON-LD. It is data, which a policy against scripts lets be.</summary>
internal static class StructuredData
{
    /// <summary>An answer as text; longer ones are cut where they are only described.</summary>
    private const int LongestAnswer = 10_000;

    /// <summary>Chinese stays readable; what could end the element is escaped.</summary>
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Question(Frame frame, QuestionModel model) =>
        Write(new JsonArray(QaPage(frame, model), Breadcrumbs(frame, (model.Question.Title, model.Question.Path))));

    /// <summary>A list shows the beginnings of its answers, and so this says no more.</summary>
    public static string List(Frame frame, ListModel model) => Write(new JsonArray(FaqPage(frame, model), Breadcrumbs(frame)));

    public static string Site(Frame frame) => Write(new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "WebSite",
        ["name"] = SiteTexts.Name.In(frame.Language),
        ["url"] = frame.Absolute("/"),
        ["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = frame.Absolute("/questions?q={search_term_string}"),
            ["query-input"] = "required name=search_term_string",
        },
    });

    private static JsonObject QaPage(Frame frame, QuestionModel model) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "QAPage",
        ["mainEntity"] = new JsonObject
        {
            ["@type"] = "Question",
            ["name"] = model.Question.Title,
            ["text"] = model.Question.Title,
            ["answerCount"] = 1,
            ["datePublished"] = Time(model.AnsweredAt),
            ["acceptedAnswer"] = new JsonObject
            {
                ["@type"] = "Answer",
                ["text"] = Lead.Of(model.Answer.Markdown, LongestAnswer),
                ["url"] = frame.Absolute(model.Question.Path),
                ["datePublished"] = Time(model.AnsweredAt),
                ["upvoteCount"] = model.Count.Helpful,
            },
        },
    };

    private static JsonObject FaqPage(Frame frame, ListModel model) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "FAQPage",
        ["url"] = frame.Absolute(model.Query.Address),
        ["mainEntity"] = new JsonArray([.. model.Items.Select(item => Answered(frame, item.Question))]),
    };

    private static JsonObject Answered(Frame frame, PublishedQuestion question) => new()
    {
        ["@type"] = "Question",
        ["name"] = question.Title,
        ["url"] = frame.Absolute(question.Path),
        ["answerCount"] = 1,
        ["acceptedAnswer"] = new JsonObject
        {
            ["@type"] = "Answer",
            ["text"] = question.Lead,
            ["url"] = frame.Absolute(question.Path),
            ["datePublished"] = Time(question.AnsweredAt),
        },
    };

    private static JsonObject Breadcrumbs(Frame frame, params (string Name, string Path)[] below) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray([.. Trail(frame, below).Select((crumb, place) => Crumb(place + 1, crumb.Name, frame.Absolute(crumb.Path)))]),
    };

    private static IEnumerable<(string Name, string Path)> Trail(Frame frame, IEnumerable<(string Name, string Path)> below) =>
        [(SiteTexts.HomeName.In(frame.Language), "/"), (SiteTexts.Questions.In(frame.Language), "/questions"), .. below];

    private static JsonObject Crumb(int position, string name, string address) =>
        new() { ["@type"] = "ListItem", ["position"] = position, ["name"] = name, ["item"] = address };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Write(JsonNode data) => data.ToJsonString(Options);
}
