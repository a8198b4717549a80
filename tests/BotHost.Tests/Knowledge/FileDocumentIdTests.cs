using FsCheck.Xunit;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Tests.Knowledge;

public sealed class FileDocumentIdTests
{
    [Theory]
    [InlineData("guide/leave.md", "guide:leave")]
    [InlineData("a.b_c~d-e.md", "a.b_c~d-e")]
    public void A_plain_path_is_its_id(string path, string id) => FileDocumentId.Of(path).ShouldBe(id);

    [Theory]
    [InlineData("指南/年假.md")]
    [InlineData("a b.md")]
    [InlineData("a:b.md")]
    [InlineData("..md")]
    [InlineData("...md")]
    public void Another_path_gets_an_id_of_its_own(string path)
    {
        DocumentId.IsValid(FileDocumentId.Of(path)).ShouldBeTrue();
        FileDocumentId.Of(path).ShouldNotBe(FileDocumentId.Of(path.Replace('年', '月').Replace(' ', '-').Replace(':', '/').Replace("..", ".x", StringComparison.Ordinal)));
    }

    [Property]
    public void Every_path_gets_a_valid_id(FsCheck.NonEmptyString path) => DocumentId.IsValid(FileDocumentId.Of(path.Get + ".md")).ShouldBeTrue();
}
