using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.Retrieval.Analysis;

namespace Wenlu.Retrieval.Tests.Analysis;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("Ｆｕｌｌ　ＷＩＤＴＨ", "Full WIDTH")]
    [InlineData("臺灣後裏", "台湾后里")]
    [InlineData("計畫", "计划")]
    [InlineData("軟體與伺服器", "软件与服务器")]
    [InlineData("什么", "什么")]
    [InlineData("①", "1")]
    public void Spellings_are_brought_to_one(string text, string expected) => TextNormalizer.Fold(text).ShouldBe(expected);

    [Property(MaxTest = 300)]
    public bool Folding_twice_changes_nothing(string? text)
    {
        var once = TextNormalizer.Fold(text ?? "");
        return TextNormalizer.Fold(once) == once;
    }

    // Random text hardly ever holds a phrase; text made of the table's own pieces holds little else.
    [Property(MaxTest = 500)]
    public Property Folding_phrases_twice_changes_nothing() => Prop.ForAll(
        Gen.Elements("软", "体", "资", "讯", "网", "路", "介", "面", "卡", "计", "画", "伺", "服", "器", "程", "式", "码", "物", "件", "导", "向", "记",
            "忆", "数", "位", "典", "字", "元", "串", "列", "印", "类", "别", "范", "本", "高", "級", "著", "作", "乾", "鍾", "聯", "结", "元").ArrayOf()
            .Select(pieces => string.Concat(pieces)).ToArbitrary(),
        text => ScriptFolding.Fold(ScriptFolding.Fold(text)) == ScriptFolding.Fold(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced_instead_of_refused() => TextNormalizer.Fold("a\ud83d b").ShouldBe("a\ufffd b");

    [Fact]
    public void The_tables_come_with_the_notice_of_their_source()
    {
        using var notice = typeof(TextNormalizer).Assembly.GetManifestResourceStream("NOTICE");
        new StreamReader(notice.ShouldNotBeNull()).ReadToEnd().ShouldContain("Apache License, Version 2.0");
    }
}
