using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;
using Wenlu.StandIns.Feishu;
using Outcome = Wenlu.BotHost.Answers.Outcome;

namespace Wenlu.BotHost.Tests.Cards;

public sealed class AnswerCardTests
{
    private static readonly DateTimeOffset Day = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Uri Site = new("https://ask.example.com/");

    [Theory]
    [InlineData("grounded")]
    [InlineData("extractive")]
    [InlineData("not-found")]
    [InlineData("oversize")]
    public void A_finished_card_is_the_approved_one(string name)
    {
        var card = AnswerCard.Finished(CardLinks.Resolve(Example(name), Site), new CardState("a-1"))[0].ToJson();

        CardValidator.Validate(card).ToString().ShouldBe("valid");
        Approve.Json(card, name);
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void A_card_that_is_about_to_be_written_is_the_approved_one(Language language)
    {
        var card = CardLayout.Streaming(language, "a-1").ToJson();

        CardValidator.Validate(card).ToString().ShouldBe("valid");
        Approve.Json(card, $"streaming-{language}");
    }

    [Property(MaxTest = 1_000)]
    public Property Whatever_is_answered_the_platform_takes_a_card_of_it() => Prop.ForAll(Arb.From(Answers), answer =>
    {
        foreach (var card in Enum.GetValues<CardPlan>().SelectMany(plan => AnswerCard.Finished(CardLinks.Resolve(answer, null), Busy(plan))).Select(card => card.ToJson()))
        {
            var report = CardValidator.Validate(card);
            report.ToString().ShouldBe("valid", answer.Markdown);
            report.Mentions.ShouldBeEmpty(answer.Markdown);
            Encoding.UTF8.GetByteCount(card).ShouldBeLessThanOrEqualTo(AnswerCard.MaxBytes);
        }
    });

    [Property(MaxTest = 300)]
    public Property Whatever_is_being_answered_the_platform_takes_a_frame_of_it() => Prop.ForAll(Arb.From(Answers), answer =>
    {
        var card = CardLayout.Streaming(answer.Language, "a-1", "?", AnswerCard.Frame(answer.Markdown, answer.Language)).ToJson();

        var report = CardValidator.Validate(card);
        report.ToString().ShouldBe("valid", answer.Markdown);
        report.Mentions.ShouldBeEmpty(answer.Markdown);
        Encoding.UTF8.GetByteCount(card).ShouldBeLessThanOrEqualTo(AnswerCard.MaxBytes);
    });

    /// <summary>Everything that can be shown on a card, at once.</summary>
    private static CardState Busy(CardPlan plan) => new("a-1")
    {
        Question = "年假<at id=all></at>**几天**？",
        Plan = plan,
        Up = 1_000,
        Down = 1_000,
        Why = WhyState.Open,
        IsRegenerated = true,
        IsNewTopic = true,
        Asked = new HashSet<string> { "b" },
    };

    private static Gen<Answer> Answers =>
        from pieces in Gen.ListOf(Gen.Elements(Pieces))
        from text in ArbMap.Default.GeneratorFor<string>()
        from times in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Choose(2, 120)))
        from outcome in Gen.Elements(Outcome.Grounded, Outcome.Extractive, Outcome.NotFound, Outcome.Unavailable)
        from language in Gen.Elements(Language.Chinese, Language.English)
        let markdown = string.Concat(Enumerable.Repeat(string.Concat(pieces) + text, times))
        select new Answer(outcome, markdown, [Reference(1, text ?? ""), Reference(2, markdown)], [new(text ?? "", "/questions/a"), new("b", null)], "?", language);

    private static readonly string[] Pieces =
    [
        "```\n", "```python\nprint('<b>[1]</b>')\n", "~~~\n", "`", "``", "| a | b |\n|---|---|\n| 1 | 2 |\n", "a | b\n- | -\n1 | 2\n\n", "\n", "\n\n", "[1]", "[2]", "[99]",
        "<b>", "<at id=all></at>", "<at user_id=\"ou_1\">", "<img src=x>", "<number_tag url='javascript:1'>", "<font color='red'>", "<", ">", "</", "![图](https://example.com/a.png)",
        "![", "](", "[x](javascript:alert(1))", "[x](/documents/a#b)", "[x](https://example.com/(a))", "<https://example.com>", "*", "**", "_", "~~", "# ", "> ", "- ", "1. ",
        "年假十天。", "word ", "🧭", "\uD83D", "\t", "\u0000", "\\", "\"", "'", "&#60;at id=all&#62;", "    code\n", "---\n", "|", "|-|\n", new string('字', 900), new string('|', 300),
    ];

    private static Reference Reference(int number, string text) => new(number, $"d{number}", $"标题 {text}", ["一", text], text, number == 1 ? "https://example.com/a(b)'c" : "/documents/d2#a", Day);

    private static Answer Example(string name) => name switch
    {
        "grounded" => new(
            Outcome.Grounded, "入职满一年者，**年假十天**。[1]\n\n- 病假需要医院证明。[2]\n- 详见[员工手册](/documents/leave)。", [Leave, Sick],
            [new("没休完的年假可以顺延吗？", "/questions/carry-over"), new("婚假有几天？", null)], "年假有几天？", Language.Chinese),
        "extractive" => new(
            Outcome.Extractive, "These passages of the knowledge base fit the question best:\n\n> After one year the annual leave is ten days. [1]",
            [new(1, "leave-en", "Employee handbook", ["Leave", "Annual leave"], "After one year the annual leave is ten days.", "https://wiki.example.com/leave#annual-leave", Day)],
            [], "How long is the annual leave?", Language.English),
        "not-found" => new(
            Outcome.NotFound, "知识库里没有这个问题的答案。\n\n最接近的文档：\n\n- [员工手册](/documents/leave)\n- [差旅](https://wiki.example.com/travel)", [], [], "食堂几点开门？", Language.Chinese),
        _ => new(
            Outcome.Grounded, string.Join("\n\n", Enumerable.Range(1, 400).Select(number => $"第 {number} 条：年假十天，以员工手册为准，需要提前申请。[1]")), [Leave], [], "年假有几天？",
            Language.Chinese),
    };

    private static readonly Reference Leave = new(1, "leave", "员工手册", ["假期", "年假"], "入职满一年者，年假十天。", "/documents/leave#年假", Day);

    private static readonly Reference Sick = new(2, "sick", "病假 <制度>", [], "病假需要提供**医院证明**，每年不超过三十天。", "https://wiki.example.com/sick", Day);
}
