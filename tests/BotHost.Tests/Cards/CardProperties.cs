using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;
using Wenlu.StandIns.Feishu;
using Outcome = Wenlu.BotHost.Answers.Outcome;

namespace Wenlu.BotHost.Tests.Cards;

/// <summary>
/// Ten thousand cards of whatever a model may write: the strict validator takes each, with its tables, its size and its properties, and
/// finds no mention.
/// </summary>
public sealed partial class CardProperties
{
    [Cases(6_000)]
    public Property Pitfall_30_Whatever_is_answered_the_platform_takes_the_cards_of_it() => Prop.ForAll(Arb.From(Answers), Arb.From(States), (answer, state) =>
    {
        foreach (var card in AnswerCard.Finished(CardLinks.Resolve(answer, null), state))
            Takes(card, answer.Markdown);
    });

    [Cases(3_000)]
    public Property Whatever_is_being_answered_the_platform_takes_a_frame_of_it() => Prop.ForAll(Arb.From(Answers), answer =>
        Takes(CardLayout.Streaming(answer.Language, "a-1", "?", AnswerCard.Frame(answer.Markdown, answer.Language)), answer.Markdown));

    [Cases(1_000)]
    public Property Nothing_that_is_said_is_lost_between_the_cards() => Prop.ForAll(Arb.From(Documents), markdown =>
    {
        var cards = AnswerCard.Finished(new Answer(Outcome.Grounded, markdown, [Reference(1, "")], [], "?", Language.Chinese), new CardState("a-1"));

        var texts = cards.Select(Text).ToList();
        foreach (var card in cards)
            Takes(card, markdown);
        texts.ShouldAllBe(text => IsBalanced(text), markdown);
        if (!texts[^1].Contains("内容过长", StringComparison.Ordinal))
            FirstLost(Said(markdown), Said(string.Join('\n', texts))).ShouldBeNull(markdown);
    });

    [Cases(300)]
    public Property Pitfall_29_What_is_shown_of_a_growing_text_only_grows() => Prop.ForAll(Arb.From(Plain), markdown =>
    {
        var shown = string.Empty;
        for (var length = 1; length <= markdown.Length; length += 1 + length / 8)
        {
            var frame = AnswerCard.Frame(markdown[..length], Language.Chinese);
            frame.StartsWith(shown, StringComparison.Ordinal).ShouldBeTrue($"{shown}\n---\n{frame}");
            shown = frame;
        }
    });

    private static void Takes(Card card, string markdown)
    {
        var json = card.ToJson();
        var report = CardValidator.Validate(json);
        report.ToString().ShouldBe("valid", markdown);
        report.Mentions.ShouldBeEmpty(markdown);
        Shown(JsonNode.Parse(json)!).Where(text => MentionStart().IsMatch(text)).ShouldBeEmpty(markdown);
        card.Config.Summary.Content.ShouldNotBeNullOrWhiteSpace(markdown);
        Encoding.UTF8.GetByteCount(json).ShouldBeLessThanOrEqualTo(AnswerCard.MaxBytes);
    }

    /// <summary>Every text that stands anywhere on the card, plain or not.</summary>
    private static IEnumerable<string> Shown(JsonNode node) => node switch
    {
        JsonArray list => list.OfType<JsonNode>().SelectMany(Shown),
        JsonObject members => members.SelectMany(member =>
            member is { Key: "content", Value: JsonValue value } ? [value.GetValue<string>()]
            : member is { Key: not "value", Value: { } child } ? Shown(child) : []),
        _ => [],
    };

    private static string Text(Card card) => card.Body.Elements.OfType<MarkdownElement>().Single(element => element.ElementId == CardLayout.AnswerElement).Content;

    /// <summary>Every block of code is closed in the card that opened it.</summary>
    private static bool IsBalanced(string text)
    {
        var open = "";
        foreach (var line in text.Split('\n').Where(line => line.StartsWith("```", StringComparison.Ordinal)))
            open = open.Length == 0 ? line[..line.TakeWhile(tick => tick == '`').Count()] : line == open ? "" : open;
        return open.Length == 0;
    }

    /// <summary>Letters and digits as a reader sees them, without our own badges.</summary>
    private static string Said(string markdown) =>
        string.Concat(WebUtility.HtmlDecode(Tag().Replace(markdown, "")).Where(char.IsLetterOrDigit));

    private static string? FirstLost(string said, string shown)
    {
        var at = 0;
        for (var index = 0; index < said.Length; index++, at++)
        {
            at = shown.IndexOf(said[index], at);
            if (at < 0)
                return said[index..Math.Min(said.Length, index + 40)];
        }

        return null;
    }

    private static Gen<CardState> States =>
        from plan in Gen.Frequency((4, Gen.Constant(CardPlan.Rich)), (4, Gen.Elements(Enum.GetValues<CardPlan>())))
        from why in Gen.Elements(Enum.GetValues<WhyState>())
        from votes in Gen.Choose(0, 2_000)
        from done in ArbMap.Default.GeneratorFor<bool>()
        from question in Gen.Elements<string?>(null, "年假<at id=all></at>**几天**？")
        select new CardState("a-1")
        {
            Question = question,
            Plan = plan,
            Why = why,
            Up = votes,
            Down = votes / 2,
            IsRegenerated = done,
            IsNewTopic = done,
            Asked = new HashSet<string>(done ? ["b"] : []),
        };

    private static Gen<Answer> Answers =>
        from pieces in Gen.ListOf(Gen.Elements(Pieces))
        from text in ArbMap.Default.GeneratorFor<string>()
        from times in Gen.Frequency((30, Gen.Constant(1)), (1, Gen.Choose(2, 60)))
        from outcome in Gen.Elements(Outcome.Grounded, Outcome.Extractive, Outcome.NotFound, Outcome.Unavailable)
        from language in Gen.Elements(Language.Chinese, Language.English)
        from crowd in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 6)))
        from worst in Gen.Elements(WorstTexts)
        let markdown = string.Concat(Enumerable.Repeat(string.Concat(pieces) + text, times))
        select new Answer(outcome, markdown, [Reference(1, text ?? ""), Reference(2, markdown), .. Crowd(crowd, worst)], Related(crowd, worst, text ?? ""), "?", language)
        {
            Suggestions = crowd > 0 ? [worst, $"b{worst}", $"c{worst}"] : [text ?? "", "b", markdown],
        };

    /// <summary>What makes titles, addresses and questions long where they are written down.</summary>
    private static readonly string[] WorstTexts = [new('字', 180), new('\'', 180), new('|', 180), new('\uFFFF', 180), string.Concat(Enumerable.Repeat("<at id=all></at>", 11))];

    /// <summary>With those above as many as an answer can have.</summary>
    private static IEnumerable<Reference> Crowd(int count, string worst) => Enumerable.Range(3, count).Select(number =>
        new Reference(number, $"d{number}", worst, [worst, worst], worst, $"https://example.com/{new string('字', 470)}", CardExamples.Day));

    private static IReadOnlyList<RelatedQuestion> Related(int crowd, string worst, string text) => crowd == 0
        ? [new(text, "/questions/a"), new("b", "https://example.com/b")]
        : [.. Enumerable.Range(0, 3).Select(number => new RelatedQuestion($"{number}{worst}", $"https://example.com/{new string('"', 450)}{number}"))];

    private static readonly string[] Pieces =
    [
        "```\n", "```python\nprint('<b>[1]</b>')\n", "~~~\n", "`", "``", "| a | b |\n|---|---|\n| 1 | 2 |\n", "a | b\n- | -\n1 | 2\n\n", "\n", "\n\n", "[1]", "[2]", "[99]",
        "<b>", "<at id=all></at>", "<at user_id=\"ou_1\">", "<img src=x>", "<number_tag url='javascript:1'>", "<font color='red'>", "<", ">", "</", "![图](https://example.com/a.png)",
        "![", "](", "[x](javascript:alert(1))", "[x](/documents/a#b)", "[x](https://example.com/(a))", "<https://example.com>", "*", "**", "****", "_", "~~", "# ", "####### ", "> ", ">>>> ", "- ", "1. ",
        "年假十天。", "word ", "🧭", "\uD83D", "\t", "\u0000", "\\", "\"", "'", "&#60;at id=all&#62;", "    code\n", "        - deep\n", "- - - x\n", "---\n", "===\n", "--\n", "|", "|-|\n", "* |\n", "\u000B---\n", "\u00A0|-|\n",
        "> ```\n", "> | a | b |\n> |---|---|\n", "- ```js\n  x\n  ```\n", "``` a ``` b\n", "[```](/a)\n", new string('字', 900), new string('|', 300),
    ];

    /// <summary>What a well-meaning model writes, up to more than a few cards of it.</summary>
    private static Gen<string> Documents =>
        from blocks in Gen.NonEmptyListOf(Block)
        from times in Gen.Frequency((9, Gen.Constant(1)), (1, Gen.Choose(2, 40)))
        select string.Join("\n\n", Enumerable.Repeat(string.Join("\n\n", blocks), times));

    /// <summary>With one table at most: the fourth would turn from lines into a list.</summary>
    private static Gen<string> Plain =>
        from blocks in Gen.NonEmptyListOf(Gen.OneOf(Sentence, List, Heading, Gen.Constant("```python\nprint('年假')\n```")))
        from table in Gen.Elements("", "| 甲 | 乙 |\n|---|---|\n| 一 | 二 |")
        select string.Join("\n\n", blocks.Append(table));

    private static Gen<string> Word => Gen.Elements("年假", "十天", "VPN", "E4021", "续期", "handbook", "第 3 条", "2026", "员工 手册", "[1]", "**必须**", "`config.yaml`");

    private static Gen<string> Sentence => from words in Gen.NonEmptyListOf(Word) from end in Gen.Elements("。", ". ", "！", "") select string.Join(' ', words) + end;

    private static Gen<string> List =>
        from items in Gen.NonEmptyListOf(Sentence)
        from mark in Gen.Elements("- ", "* ", "1. ", "  - ", "    - ", "        - ")
        select string.Join('\n', items.Select((item, index) => (index % 2 == 0 ? mark.TrimStart() : mark) + item));

    private static Gen<string> Code =>
        from lines in Gen.ListOf(Sentence)
        from fence in Gen.Elements("```", "~~~", "````", "   ```")
        from language in Gen.Elements("", "python", "c++", "title=\"a b\"")
        select $"{fence}{language}\n{string.Join('\n', lines)}\n{fence}";

    private static Gen<string> Table =>
        from rows in Gen.NonEmptyListOf(Gen.Two(Word))
        select string.Join('\n', rows.Select(row => $"| {row.Item1} | {row.Item2} |").Prepend("|:--|--:|").Prepend("| 甲 | 乙 |"));

    private static Gen<string> Heading => from level in Gen.Choose(1, 6) from words in Sentence select $"{new string('#', level)} {words}";

    private static Gen<string> Quote => from text in Sentence select $"> {text}\n> > {text}";

    private static Gen<string> Long => from length in Gen.Choose(1_000, 12_000) select string.Concat(Enumerable.Range(0, length).Select(number => (char)('一' + number)));

    private static Gen<string> Block => Gen.Frequency((6, Sentence), (4, List), (3, Code), (3, Table), (2, Heading), (2, Quote), (1, Long));

    private static Reference Reference(int number, string text) =>
        new(number, $"d{number}", $"标题 {text}", ["一", text], text, number == 1 ? "https://example.com/a(b)'c" : "/documents/d2#a", CardExamples.Day);

    [GeneratedRegex("<at(?![A-Za-z])", RegexOptions.IgnoreCase)]
    private static partial Regex MentionStart();

    [GeneratedRegex("</?number_tag[^>]*>")]
    private static partial Regex Tag();
}
