using System.Text;
using FsCheck.Xunit;
using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Tests.Analysis;

public sealed class TermSequenceTests
{
    [Fact]
    public void Terms_stand_in_their_order_with_the_title_before_them() =>
        Write("休假制度", "年假，VPN續期").ShouldBe(" 休假制度\n 年假\tvpn 续期");

    [Theory]
    [InlineData("字")]
    [InlineData("字，")]
    [InlineData("ﷺ ")]
    [InlineData("𠮷 ")]
    [InlineData("word ")]
    public void It_never_grows_beyond_what_is_kept_with_a_passage(string piece) =>
        Size(Write("", string.Concat(Enumerable.Repeat(piece, 20_000)))).ShouldBeLessThanOrEqualTo(32_766);

    [Property(MaxTest = 200)]
    public bool A_title_has_exactly_one_end(string? title, string? text) =>
        Write(title ?? "", text ?? "").Count(TermSequence.EndOfTitle.Equals) == 1;

    private static int Size(string sequence) => Encoding.UTF8.GetByteCount(sequence);

    private static string Write(string title, string text) => TermSequence.Write(TextAnalyzer.Analyze(title), TextAnalyzer.Analyze(text));
}
