using Wenlu.Retrieval.Understanding;

namespace Wenlu.Retrieval.Tests.Understanding;

public sealed class GlossarySoundsTests
{
    private static readonly GlossarySounds Sounds = new(
    [
        new("提示词", [], [], []), new("重排", [], ["reranking"], []), new("长行注", [], [], []), new("銀行卡", [], [], []),
        new("绿色墙", [], [], []), new("聊天群", [], [], []), new("老天球", [], [], []), new("KV 缓存", [], [], []),
    ]);

    [Theory]
    [InlineData("tishici", "提示词")]
    [InlineData("tsc", "提示词")]
    [InlineData("chongpai", "重排")]
    [InlineData("zhongpai", "重排")]
    [InlineData("changxingzhu", "长行注")]
    [InlineData("zhanghangzhu", "长行注")]
    [InlineData("yinhangka", "銀行卡")]
    [InlineData("lvseqiang", "绿色墙")]
    [InlineData("ltq", null)]
    [InlineData("cp", null)]
    [InlineData("huancun", null)]
    [InlineData("tishi", null)]
    public void A_term_is_known_by_each_of_its_readings_and_by_initials_that_mean_it_alone(string letters, string? term) =>
        Sounds.Find(letters).ShouldBe(term);
}
