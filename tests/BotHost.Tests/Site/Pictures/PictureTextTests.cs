using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.BotHost.Site.Pictures;

namespace Wenlu.BotHost.Tests.Site.Pictures;

public sealed class PictureTextTests
{
    [Theory]
    [InlineData("年假有几天？", "年假有几|天？")]
    [InlineData("一二三四，五", "一二三|四，五")]
    [InlineData("一二三四", "一二三四")]
    [InlineData("一二三（四）", "一二三|（四）")]
    [InlineData("how is it", "how|is it")]
    [InlineData("用 API 吗", "用|API|吗")]
    [InlineData("abcdefgh", "abcde|fgh")]
    public void Lines_break_where_people_break_them(string text, string lines) =>
        string.Join('|', PictureText.Wrap(text, line => WidthOf(line) <= 5)).ShouldBe(lines);

    [Property]
    public Property Nothing_is_lost_and_no_line_is_too_long() => Prop.ForAll(
        Gen.Elements("年", "假", "，", "（", "word", " ", "a", "…", "𠮷").ArrayOf().Select(string.Concat).ToArbitrary(),
        text =>
        {
            var clean = PictureText.Clean(text);
            var lines = PictureText.Wrap(clean, line => line.Length <= 8);
            return string.Concat(lines).Replace(" ", "") == clean.Replace(" ", "") && lines.All(line => line.Length <= 8 && line == line.Trim());
        });

    [Fact]
    public void What_no_font_for_texts_draws_is_left_out() =>
        PictureText.Clean("年假 🎉\u200B有\n几天❤️？ ").ShouldBe("年假 有 几天？");

    [Fact]
    public void A_shortened_line_says_so() => PictureText.Shorten("一二三四五六", line => line.Length <= 4).ShouldBe("一二三…");

    /// <summary>An ideograph is as wide as two letters here.</summary>
    private static double WidthOf(string line) => line.Sum(character => character < '\u2E80' ? 1 : 1.25);
}
