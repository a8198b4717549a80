using FsCheck.Xunit;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Tests.Answers;

public sealed class ExcerptTests
{
    [Fact]
    public void A_long_passage_is_quoted_from_the_sentence_that_answers()
    {
        var passage = string.Concat(Enumerable.Repeat("公司成立于杭州，员工来自各地。", 30)) + "年假每年十天。" + string.Concat(Enumerable.Repeat("食堂在二楼。", 50));

        var excerpt = Excerpt.Of(passage, "年假有几天？");

        excerpt.ShouldStartWith("…年假每年十天。");
        excerpt.Length.ShouldBeLessThanOrEqualTo(Excerpt.Longest + 2);
    }

    [Fact]
    public void Markdown_becomes_plain_text() =>
        Excerpt.Of("## 年假\n\n**十天**，见[制度](https://wiki.example)。", "年假").ShouldBe("年假 十天，见制度。");

    [Property]
    public void An_excerpt_is_one_bounded_line(string text)
    {
        var excerpt = Excerpt.Of(text ?? "", "年假");

        excerpt.ShouldNotContain("\n");
        excerpt.Length.ShouldBeLessThanOrEqualTo(Excerpt.Longest + 2);
    }
}
