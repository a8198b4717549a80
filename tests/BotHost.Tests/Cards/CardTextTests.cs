using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Tests.Cards;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("通知&#60;at id=all>&#60;/at>所有人", "通知<\u2060at id=all><\u2060/at>所有人")]
    [InlineData("续期 &#91;1 [1]", "续期 [1")]
    [InlineData("**续期**&#33;\n\n- &amp;c. [手册](/a)", "续期! &c. 手册")]
    public void The_summary_of_an_answer_is_plain_text_without_a_tag(string markdown, string summary) =>
        CardLayout.Summary(markdown).ShouldBe(summary);

    [Fact]
    public void An_entity_is_never_cut_in_two() => CardText.Excerpt("&#60;&#60;&#60;", 2).ShouldBe("<<…");
}
