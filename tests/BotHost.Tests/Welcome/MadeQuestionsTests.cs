using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Welcome;

namespace Wenlu.BotHost.Tests.Welcome;

public sealed class MadeQuestionsTests
{
    private static readonly KnowledgeDocument Leave = new("leave", "员工手册", "## 年假\n十天。\n\n## 病假要证明吗？\n要。", Audience.Everyone) { Tags = ["人事"] };
    private static readonly KnowledgeDocument Vpn = new("vpn", "VPN 指南", "## 续期\n在门户里点续期。", Audience.Everyone) { Tags = ["IT"] };
    private static readonly KnowledgeDocument Printer = new("printer", "How do I print?", "Press the button.", Audience.Everyone) { Tags = ["IT"] };

    [Fact]
    public void The_first_of_each_document_stand_before_the_second_of_any() => MadeQuestions.Of([Leave, Vpn]).ShouldBe(
    [
        "《员工手册》里的「年假」是怎么说的？", "《VPN 指南》里的「续期」是怎么说的？", "病假要证明吗？", "《VPN 指南》讲了什么？", "《员工手册》讲了什么？",
    ]);

    [Fact]
    public void A_title_that_asks_is_a_question_already() => MadeQuestions.Of([Printer]).ShouldBe(["How do I print?"]);

    [Fact]
    public void Areas_take_turns_within_the_language_that_was_asked_for()
    {
        MadeQuestions.Spread([Vpn, Printer, Leave], Language.Chinese).ShouldBe([Vpn, Leave, Printer]);
        MadeQuestions.Spread([Vpn, Printer, Leave], Language.English).ShouldBe([Printer, Vpn, Leave]);
    }
}
