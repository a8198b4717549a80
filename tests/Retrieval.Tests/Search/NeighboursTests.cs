using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Search;

public sealed class NeighboursTests : IDisposable
{
    private static readonly string[] Steps = ["一苹果", "二香蕉", "三樱桃", "四葡萄", "五西瓜"];

    private readonly TemporaryFolder folder = new();
    private readonly DocumentIndex index;

    public NeighboursTests() => index = DocumentIndex.Open(folder.Path, "tests");

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("樱桃", 1, "二香蕉 四葡萄")]
    [InlineData("樱桃", 10, "一苹果 二香蕉 四葡萄 五西瓜")]
    [InlineData("苹果", 2, "二香蕉 三樱桃")]
    [InlineData("西瓜", 2, "三樱桃 四葡萄")]
    [InlineData("樱桃", 0, "")]
    public async Task A_hit_comes_with_the_passages_around_it_and_with_none_of_another_document(string question, int reach, string expected)
    {
        Write("before", "## 别的\n前面的文档。");
        Write("steps", Sections(Steps));
        Write("after", "## 别的\n后面的文档。\n\n## 还有\n更多。");
        index.Refresh();

        (await AroundAsync(question, reach)).ShouldBe(expected);
    }

    [Fact]
    public async Task Rewritten_and_removed_documents_leave_no_neighbours_behind()
    {
        for (var round = 0; round < 4; round++)
        {
            Write("gone", Sections(["甲", "乙", "丙"]));
            Write("steps", Sections(Steps[..(round + 2)]));
            Write("gone too", Sections(["丁", "戊"]));
            index.Refresh();
            index.Delete("document", "gone");
            index.Delete("document", "gone too");
            index.Commit(round);
        }
        index.Refresh();

        (await AroundAsync("香蕉", 10)).ShouldBe("一苹果 三樱桃 四葡萄 五西瓜");
    }

    [Fact]
    public async Task Neighbours_know_their_section()
    {
        Write("steps", Sections(Steps));
        index.Refresh();

        var hit = (await index.SearchAsync(new SearchQuery("樱桃") { Neighbours = 1 }, CancellationToken.None)).Hits[0];

        hit.Neighbours.Select(chunk => (chunk.Number, chunk.Headings.Single(), chunk.Anchor)).ShouldBe([(1, "第 1 节", "第-1-节"), (3, "第 3 节", "第-3-节")]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public Task A_reach_out_of_range_is_refused(int reach) => Should.ThrowAsync<ArgumentOutOfRangeException>(
        async () => await index.SearchAsync(new SearchQuery("a") { Neighbours = reach }, CancellationToken.None));

    private static string Sections(IEnumerable<string> texts) => string.Join("\n\n", texts.Select((text, number) => $"## 第 {number} 节\n{text}"));

    private void Write(string id, string markdown) => index.Upsert(new SourceDocument(id, "", markdown));

    private async Task<string> AroundAsync(string question, int reach) => string.Join(
        ' ', (await index.SearchAsync(new SearchQuery(question) { Neighbours = reach }, CancellationToken.None)).Hits[0].Neighbours.Select(chunk => chunk.Text));
}
