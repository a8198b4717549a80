using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Tests.Site;

public sealed class PassageBeginningTests
{
    [Theory]
    [InlineData("年假**十天**。\n\n| 工龄 | 天 |\n|---|---|\n| 1 | 10 |\n\n可以结转。", "年假十天。 可以结转。")]
    [InlineData("```\nimport os\n```\n\n先装依赖。", "先装依赖。")]
    [InlineData("## 假期\n\n- 年假\n- 病假", "年假 病假")]
    [InlineData("```\nimport os\n```", "import os")]
    [InlineData("| 缩写 | 全称 |\n|:---|---|\n| GPU | 图形处理器 |", "缩写 全称 GPU 图形处理器")]
    [InlineData("", "")]
    public void Prose_goes_first(string markdown, string beginning) => PassageBeginning.Of(markdown).ShouldBe(beginning);

    [Fact]
    public void A_long_one_is_cut_and_no_depth_is_too_deep()
    {
        PassageBeginning.Of(new string('长', 500)).ShouldBe(new string('长', 55) + "…");
        PassageBeginning.Of(string.Concat(Enumerable.Repeat("> ", 3_000)) + "底").ShouldNotBeEmpty();
    }
}
