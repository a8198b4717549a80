using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;
using Outcome = Wenlu.BotHost.Answers.Outcome;

namespace Wenlu.BotHost.Tests.Cards;

/// <summary>Answers as they come, in both languages, for approved files and for pictures.</summary>
internal static class CardExamples
{
    public static readonly DateTimeOffset Day = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public static Answer Grounded(Language language) => language == Language.Chinese ? Chinese : English;

    public static Answer NotFound => new(
        Outcome.NotFound, "知识库里没有这个问题的答案。\n\n最接近的文档：\n\n- [员工手册](/documents/leave)\n- [差旅](https://wiki.example.com/travel)", [],
        [new("食堂在哪里？", "/questions/canteen"), new("午餐补贴有多少？", null)], "食堂几点开门？", Language.Chinese);

    public static Answer Extractive => new(
        Outcome.Extractive, "These passages of the knowledge base fit the question best:\n\n> After one year the annual leave is ten days. [1]",
        [new(1, "leave-en", "Employee handbook", ["Leave", "Annual leave"], "After one year the annual leave is ten days.", "https://wiki.example.com/leave#annual-leave", Day)],
        [], "How long is the annual leave?", Language.English);

    /// <summary>What an editor has answered.</summary>
    public static Answer Official(Language language) => Grounded(language) with
    {
        Official = new(language == Language.Chinese ? "王小明 <人事>" : "ou_7d8a6e6df7621556ce0d21922b676706ccs", Day),
        Related = [],
        Suggestions = [],
    };

    /// <summary>More than one card holds, with a table and code where the cards end.</summary>
    public static Answer Long(Language language) => Grounded(language) with
    {
        Markdown = string.Join("\n\n", Enumerable.Range(1, 24).Select(number => Chapter(number, language))),
    };

    /// <summary>What has happened to a card, by name.</summary>
    public static CardState State(string name) => name switch
    {
        "form" => new("a-1") { Down = 1, Why = WhyState.Open },
        "voted" => new("a-1") { Up = 12, Down = 1, Why = WhyState.Answered, IsRegenerated = true, IsNewTopic = true, Asked = new HashSet<string>(Chinese.Suggestions.Take(1).Concat(English.Suggestions.Take(1)).Append("婚假有几天？").Append("How long is maternity leave?")) },
        "clicked" => new("a-1") { Question = "没休完的年假可以顺延吗？" },
        "plain" => new("a-1") { Plan = CardPlan.Plain },
        "bare" => new("a-1") { Plan = CardPlan.Bare },
        "notice" => new("a-1") { Plan = CardPlan.Notice },
        "sentence" => new("a-1") { Plan = CardPlan.Sentence },
        _ => new("a-1"),
    };

    private static Answer Chinese => new(
        Outcome.Grounded,
        "入职满一年者，**年假十天**。[1]\n\n- 病假需要医院证明。[2]\n- 详见[员工手册](/documents/leave)。\n\n| 假期 | 天数 |\n|---|---|\n| 年假 | 十天[1] |\n| 病假 | 不超过三十天[2] |",
        [
            new(1, "leave", "员工手册", ["假期", "年假"], "入职满一年者，年假十天。", "/documents/leave#年假", Day),
            new(2, "sick", "病假 <制度>", [], "病假需要提供**医院证明**，每年不超过三十天。", "https://wiki.example.com/sick", Day),
        ],
        [new("没休完的年假可以顺延吗？", "/questions/carry-over"), new("婚假有几天？", null)], "年假有几天？", Language.Chinese)
    {
        Suggestions = ["「请假流程」具体怎么说？", "「加班调休」具体怎么说？"],
    };

    private static Answer English => new(
        Outcome.Grounded,
        "After one year the **annual leave is ten days**.[1]\n\n1. Ask your manager.[1]\n2. Enter it in the calendar:\n\n```http\nPOST /leave?days=2\n```\n\nSick leave needs a certificate.[2]",
        [
            new(1, "leave", "Employee handbook", ["Leave", "Annual leave"], "After one year the annual leave is ten days.", "/documents/leave#annual-leave", Day),
            new(2, "sick", "Sick leave", [], "Sick leave needs a **certificate**, thirty days a year at most.", "https://wiki.example.com/sick", Day),
        ],
        [new("Does unused leave carry over?", "/questions/carry-over"), new("How long is maternity leave?", null)], "How long is the annual leave?", Language.English)
    {
        Suggestions = ["What is said about “How to ask for leave”?", "What is said about “Overtime”?"],
    };

    private static string Chapter(int number, Language language) => language == Language.Chinese
        ? $"## 第 {number} 章\n\n{string.Concat(Enumerable.Repeat($"年假十天，以员工手册为准，需要提前申请。[1]", 6))}\n\n- 病假需要医院证明。[2]\n- 事假不带薪。\n\n```bash\nleave --chapter {number} --days 2\n```"
        : $"## Chapter {number}\n\n{string.Concat(Enumerable.Repeat($"The annual leave is ten days, as the handbook says, and has to be asked for in time.[1] ", 6))}\n\n- Sick leave needs a certificate.[2]\n- Other leave is unpaid.\n\n```bash\nleave --chapter {number} --days 2\n```";
}
