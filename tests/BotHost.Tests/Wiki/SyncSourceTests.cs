using Wenlu.BotHost.Wiki;

namespace Wenlu.BotHost.Tests.Wiki;

public sealed class SyncSourceTests
{
    [Theory]
    [InlineData("7000000000000000001", "Space:7000000000000000001")]
    [InlineData("https://example.feishu.cn/wiki/settings/7000000000000000001", "Space:7000000000000000001")]
    [InlineData("https://example.larksuite.com/wiki/WikiNodeTokenWikiNode000001?from=from_copylink#", "SpaceOf:WikiNodeTokenWikiNode000001")]
    [InlineData("https://example.feishu.cn/docx/DocTokenDocTokenDocToken001", null)]
    [InlineData("公司知识库", null)]
    public void A_space_is_named_by_its_id_or_by_any_page_in_it(string entry, string? source) => SyncSource.OfSpace(entry)?.ToString().ShouldBe(source);

    [Theory]
    [InlineData("https://example.feishu.cn/wiki/WikiNodeTokenWikiNode000001", "Page:WikiNodeTokenWikiNode000001")]
    [InlineData("https://example.feishu.cn/docx/DocTokenDocTokenDocToken001#part-1", "Docx:DocTokenDocTokenDocToken001")]
    [InlineData("DocTokenDocTokenDocToken001", "Token:DocTokenDocTokenDocToken001")]
    [InlineData("https://example.feishu.cn/sheets/SheetTokenSheetToken00001", null)]
    [InlineData("https://example.feishu.cn/docs/DocTokenDocTokenDocToken001", null)]
    [InlineData("ftp://example.feishu.cn/docx/DocTokenDocTokenDocToken001", null)]
    public void A_document_is_named_by_its_address_or_token(string entry, string? source) => SyncSource.OfDocument(entry)?.ToString().ShouldBe(source);

    [Fact]
    public void What_is_written_is_read_again()
    {
        foreach (var kind in Enum.GetValues<SourceKind>())
            SyncSource.Parse(new SyncSource(kind, "T1").ToString()).ShouldBe(new SyncSource(kind, "T1"));
        SyncSource.Parse("nonsense").ShouldBeNull();
    }
}
