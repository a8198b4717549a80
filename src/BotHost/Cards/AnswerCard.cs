using System.Text;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Cards;

/// <summary>The cards of an answer, planned against the platform's limits instead of hoping for them.</summary>
internal static partial class AnswerCard
{
    /// <summary>30 KB are allowed, and where exactly they are measured is not documented.</summary>
    public const int MaxBytes = 28_000;

    /// <summary>What stands beside the text leaves this much for it.</summary>
    private const int TextBytes = 8_000;

    /// <summary>Even if every character has to be escaped, this much text and the titles fit.</summary>
    private const int BareLength = 2_000;

    private static readonly int[] ExcerptLengths = [240, 100, 0];

    /// <summary>
    /// The text of one frame under the limits of the finished card, since a frame that is refused ends the stream. Of a text that grows
    /// beyond a card the beginning is shown.
    /// </summary>
    public static string Frame(string markdown, Language language)
    {
        var whole = CardMarkdown.Of(HalfMark().Replace(markdown, string.Empty), [], isGrowing: true);
        return FitsFrame(whole) ? whole : CardMarkdown.Of(CardParts.First(markdown, part => FitsFrame(CardMarkdown.Of(part, []))), []);

        bool FitsFrame(string text) => Fits(CardLayout.Streaming(language, AnswerStore.IdFor(string.Empty), new string('字', CardLayout.QuestionLength), text));
    }

    /// <summary>The cards of an answer in their order, as the state's plan has them; what can be pressed is on the last one.</summary>
    public static IReadOnlyList<Card> Finished(Answer answer, CardState state)
    {
        answer = Slim(answer, state);
        if (state.Plan >= CardPlan.Notice)
            return [Notice(answer, state)];
        var plainer = state.Plan == CardPlan.Rich ? answer : answer with { Related = [], Suggestions = [] };
        var parts = Parts(answer, state);
        return [.. parts.Select((part, index) => index < parts.Count - 1
            ? CardLayout.Part(plainer, state, Text(answer, state, part), index, parts.Count)
            : Last(plainer, state, Text(answer, state, part), index))];
    }

    /// <summary>Where titles and addresses would fill the card, the questions to ask give way first, then the addresses.</summary>
    private static Answer Slim(Answer answer, CardState state)
    {
        Answer[] smaller = [answer, answer with { Suggestions = [] }, answer with { Suggestions = [], Related = [] }];
        return smaller.FirstOrDefault(LeavesRoom)
            ?? smaller[^1] with { References = [.. answer.References.Select(reference => reference with { Url = null })] };

        bool LeavesRoom(Answer one) => Bytes(CardLayout.Last(one, state.Fullest, text: string.Empty, index: 0, excerptLength: 0)) <= MaxBytes - TextBytes;
    }

    /// <summary>The same whatever has happened to the cards since, so that a card built again holds the text it held.</summary>
    private static IReadOnlyList<string> Parts(Answer answer, CardState state)
    {
        return CardParts.Split(
            answer.Markdown,
            part => FitsAnywhere(part, (text, index) => CardLayout.Part(answer, state, text, index, CardParts.Most)),
            part => FitsAnywhere(part, (text, index) => CardLayout.Last(answer, state.Fullest, text, index, excerptLength: 0)),
            CardTexts.Shortened.In(answer.Language));

        // Which card it will be is not known yet: the first one names the question, any other its number.
        bool FitsAnywhere(string part, Func<string, int, Card> card)
        {
            var text = CardMarkdown.Of(part, answer.References);
            return Fits(card(text, 0)) && Fits(card(text, CardParts.Most - 1));
        }
    }

    private static string Text(Answer answer, CardState state, string part) => state.Plan switch
    {
        CardPlan.Rich => CardMarkdown.Of(part, answer.References),
        CardPlan.Plain when CardMarkdown.Of(part, [], maxTables: 0) is var plain && Encoding.UTF8.GetByteCount(plain) < MaxBytes / 2 => plain,
        _ => CardText.Escape(CardText.Excerpt(part, BareLength)),
    };

    private static Card Last(Answer answer, CardState state, string text, int index)
    {
        var lengths = state.Plan == CardPlan.Rich ? ExcerptLengths : [0];
        return CardLayout.Last(answer, state, text, index, lengths.First(length => length == 0 || Fits(CardLayout.Last(answer, state.Fullest, text, index, length))));
    }

    private static Card Notice(Answer answer, CardState state)
    {
        var references = state.Plan == CardPlan.Notice ? answer.References : [];
        var sentence = (references.Count > 0 ? CardTexts.RefusedButReferences : CardTexts.Refused).In(answer.Language);
        return CardLayout.Last(answer with { References = references, Related = [], Suggestions = [] }, state, sentence, index: 0, excerptLength: 0);
    }

    private static bool Fits(Card card) => Bytes(card) <= MaxBytes;

    private static int Bytes(Card card) => Encoding.UTF8.GetByteCount(card.ToJson());

    /// <summary>At the end, what only the next piece of the text makes a mark or a text.</summary>
    [GeneratedRegex(@"(?:^|\n)[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:[-*+>#=|`~]+|\d{1,9}[.)]?)?[ \t]*\z")]
    private static partial Regex HalfMark();
}
