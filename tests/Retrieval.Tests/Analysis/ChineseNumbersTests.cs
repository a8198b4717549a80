using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Tests.Analysis;

public sealed class ChineseNumbersTests
{
    [Theory]
    [InlineData("三千五百元", "3500")]
    [InlineData("三千五", "3500")]
    [InlineData("三千零五", "3005")]
    [InlineData("一亿二千万", "120000000")]
    [InlineData("十五天", "15")]
    [InlineData("十天", "10")]
    [InlineData("两个月", "2")]
    [InlineData("第三条", "3")]
    [InlineData("百分之五", "5")]
    [InlineData("二〇二六年", "2026")]
    [InlineData("从十二到二十", "12 20")]
    [InlineData("十分重要的一些千万事", "")]
    [InlineData("一亿亿亿亿", "")]
    public void Numbers_are_told_from_words(string run, string figures) => string.Join(' ', ChineseNumbers.In(run)).ShouldBe(figures);

    [Property(MaxTest = 300)]
    public Property Every_number_that_is_written_out_is_read() => Prop.ForAll(
        Gen.Choose(11, 999_999_999).ToArbitrary(),
        number => ChineseNumbers.In(Write(number)) is [var read] && read == $"{number}");

    [Theory]
    [InlineData("年假二十天", "年假20天")]
    [InlineData("上限1,000元", "上限1000元")]
    public void Both_spellings_of_a_number_share_its_term(string one, string other)
    {
        Terms(one).Intersect(Terms(other)).ShouldContain(term => term.Length > 1 && term.All(char.IsAsciiDigit));

        static IEnumerable<string> Terms(string text) => TextAnalyzer.Bigrams(text).Select(token => token.Term);
    }

    [Fact]
    public void A_list_of_numbers_keeps_its_members() =>
        TextAnalyzer.Unigrams("80,443").Select(token => token.Term).ShouldBe(["80443", "80", "443"]);

    private static string Write(int number) => number switch
    {
        >= 100_000_000 => Write(number / 100_000_000) + "亿" + Rest(number % 100_000_000, 10_000_000),
        >= 10_000 => Write(number / 10_000) + "万" + Rest(number % 10_000, 1000),
        >= 1000 => Write(number / 1000) + "千" + Rest(number % 1000, 100),
        >= 100 => Write(number / 100) + "百" + Rest(number % 100, 10),
        >= 10 => Write(number / 10) + "十" + (number % 10 == 0 ? "" : Write(number % 10)),
        _ => "零一二三四五六七八九"[number].ToString(),
    };

    private static string Rest(int number, int full) => number == 0 ? "" : number < full ? "零" + Write(number) : Write(number);
}
