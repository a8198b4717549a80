using System.Globalization;
using System.Text;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Gaps;

/// <summary>A gap as it stands on a card.</summary>
/// <param name="Gap">Null when nothing is left of it.</param>
/// <param name="Nearest">The documents that come closest, of those that the editors' chat may read.</param>
internal sealed record ShownGap(string Id, Gap? Gap, IReadOnlyList<NearDocument> Nearest);

internal sealed record NearDocument(string DocumentId, string Title, string? Url);

/// <param name="Id">By which a click names the card.</param>
/// <param name="More">How many open gaps are on no card.</param>
/// <param name="Outdated">The questions of official answers that somebody should check.</param>
internal sealed record GapCardContent(string Id, Language Language, IReadOnlyList<ShownGap> Gaps, int More, IReadOnlyList<string> Outdated);

/// <summary>The editors' card: each question with what is close to it, and a form to answer it; then what became of it.</summary>
internal static class GapCard
{
    /// <summary>Fits a card; a tenth form would no longer be read anyway.</summary>
    public const int Most = 6;

    private const int QuestionLength = 200;
    private const int LineLength = 120;
    private const int TitleLength = 60;
    private const int MostLines = 3;

    /// <summary>Where every character has to be escaped, the questions alone.</summary>
    public static Card Build(GapCardContent content) =>
        Build(content, isBrief: false) is var card && Encoding.UTF8.GetByteCount(card.ToJson()) <= AnswerCard.MaxBytes ? card : Build(content, isBrief: true);

    private static Card Build(GapCardContent content, bool isBrief)
    {
        var config = new CardConfig(false, CardSummary.Of(GapTexts.Title, content.Language));
        return new Card(config, new CardBody(
        [
            new MarkdownElement($"**{GapTexts.Title.In(content.Language)}**") { ElementId = "title" },
            .. content.Gaps.SelectMany((shown, index) => Entry(content, shown, index, isBrief)),
            .. More(content),
            .. Outdated(content),
        ]));
    }

    /// <summary>The name of a form's field, as the callback has it.</summary>
    public static string FieldOf(string gapId) => $"answer_{gapId}";

    private static IEnumerable<CardElement> Entry(GapCardContent content, ShownGap shown, int index, bool isBrief)
    {
        yield return new DividerElement();
        if (shown.Gap is not { } gap)
        {
            yield return CardStyle.Note(GapTexts.Gone.In(content.Language), Id("gap", index));
            yield break;
        }
        yield return new MarkdownElement($"**{CardText.Escape(CardText.Label(gap.Question, QuestionLength))}**") { ElementId = Id("gap", index) };
        yield return CardStyle.Note(CardText.Escape(Facts(gap, content.Language)), Id("facts", index));
        if (!isBrief && Details(gap, shown.Nearest, content.Language) is { Count: > 0 } details)
            yield return new MarkdownElement(string.Join('\n', details)) { ElementId = Id("details", index), TextSize = CardStyle.Small };
        foreach (var element in gap.State == GapState.Open ? Controls(content, gap, index) : [CardStyle.Note(Outcome(gap, content.Language), Id("done", index))])
            yield return element;
    }

    private static List<string> Details(Gap gap, IReadOnlyList<NearDocument> nearest, Language language) =>
    [
        .. Listed(GapTexts.AlsoAsked, gap.Wordings, language),
        .. Listed(GapTexts.Reasons, gap.Reasons, language),
        .. nearest.Count > 0 ? [$"- {GapTexts.Nearest.In(language)}{string.Join(" · ", nearest.Select(Link))}"] : Array.Empty<string>(),
    ];

    /// <summary>How often it was asked, what came of it, and when.</summary>
    public static string Facts(Gap gap, Language language)
    {
        var (first, last) = (Day(gap.FirstAsked), Day(gap.LastAsked));
        IEnumerable<string> facts =
        [
            Format(GapTexts.Asked, language, gap.Count),
            .. KindsOf(gap, language),
            first == last ? first : $"{first} – {last}",
        ];
        return string.Join(" · ", facts);
    }

    public static IEnumerable<string> KindsOf(Gap gap, Language language) =>
        from kind in new[] { (GapKind.NotFound, GapTexts.NotFound), (GapKind.Unsure, GapTexts.Unsure), (GapKind.Disliked, GapTexts.Disliked) }
        where gap.Kinds.ContainsKey(kind.Item1)
        select Format(kind.Item2, language, gap.Kinds[kind.Item1]);

    private static IEnumerable<string> Listed(Bilingual title, IReadOnlyList<string> texts, Language language)
    {
        if (texts.Count > 0)
            yield return $"- {title.In(language)}" + string.Join(" / ", texts.TakeLast(MostLines).Select(text => CardText.Escape(CardText.Label(text, LineLength))));
    }

    private static string Link(NearDocument document)
    {
        var title = CardText.Escape(CardText.Label(document.Title, TitleLength));
        return CardText.IsLink(document.Url) ? $"[{title}]({CardText.Target(document.Url)})" : title;
    }

    private static IEnumerable<CardElement> Controls(GapCardContent content, Gap gap, int index)
    {
        yield return new FormElement(Id("form", index),
        [
            new InputElement(FieldOf(gap.Id), new PlainText(GapTexts.Answer.In(content.Language))),
            new ButtonElement(new PlainText(GapTexts.Submit.In(content.Language)))
            {
                Type = "primary",
                Name = $"submit_{gap.Id}",
                FormActionType = "submit",
                Behaviors = [new CallbackBehavior(new CardActionValue(CardActions.AnswerGap, content.Id) { Gap = gap.Id })],
            },
        ])
        {
            ElementId = Id("form", index),
        };
        yield return new ButtonElement(new PlainText(GapTexts.Dismiss.In(content.Language)))
        {
            ElementId = Id("dismiss", index),
            Behaviors = [new CallbackBehavior(new CardActionValue(CardActions.DismissGap, content.Id) { Gap = gap.Id })],
        };
    }

    private static string Outcome(Gap gap, Language language) =>
        CardText.Escape(Format(OutcomeOf(gap.State), language, AnswerTexts.Editor(gap.ClosedBy ?? "", language)));

    private static Bilingual OutcomeOf(GapState state) => state switch
    {
        GapState.Answered => GapTexts.AnsweredBy,
        GapState.Merged => GapTexts.MergedBy,
        _ => GapTexts.DismissedBy,
    };

    private static IEnumerable<CardElement> More(GapCardContent content)
    {
        if (content.More > 0)
            yield return CardStyle.Note(CardText.Escape(Format(GapTexts.More, content.Language, content.More)), "more");
    }

    private static IEnumerable<CardElement> Outdated(GapCardContent content)
    {
        if (content.Outdated.Count == 0)
            yield break;
        yield return new DividerElement();
        var questions = content.Outdated.Take(Most).Select(question => $"\n- {CardText.Escape(CardText.Label(question, LineLength))}");
        yield return new MarkdownElement(Format(GapTexts.Outdated, content.Language, content.Outdated.Count) + string.Concat(questions)) { ElementId = "outdated" };
    }

    private static string Id(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}_{index}");

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Format(Bilingual text, Language language, object value) => string.Format(CultureInfo.InvariantCulture, text.In(language), value);
}
