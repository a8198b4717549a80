using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Indexing;

public sealed class DocumentIndexTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DocumentIndex index;

    public DocumentIndexTests() => index = DocumentIndex.Open(folder.Path, "tests");

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_document_is_found_once_refreshed_and_not_before()
    {
        index.Upsert(new SourceDocument("leave", "休假制度", "## 年假\n入职满一年者，年假十天。")).ShouldBe(1);
        (await FindAsync("年假")).Hits.ShouldBeEmpty();

        index.Refresh();

        var hit = (await FindAsync("年假有几天？")).Hits.ShouldHaveSingleItem();
        hit.DocumentId.ShouldBe("leave");
        hit.Title.ShouldBe("休假制度");
        hit.Headings.ShouldBe(["年假"]);
        hit.Anchor.ShouldBe("年假");
        hit.Text.ShouldBe("入职满一年者，年假十天。");
    }

    [Fact]
    public async Task An_index_in_memory_ranks_as_one_on_disk_does()
    {
        using var memory = DocumentIndex.InMemory();
        memory.Upsert(new SourceDocument("leave", "休假制度", "## 年假\n入职满一年者，年假十天。"));
        Show(new SourceDocument("leave", "休假制度", "## 年假\n入职满一年者，年假十天。"));
        memory.Refresh();

        var found = await memory.SearchAsync(new SearchQuery("年假有几天？"), CancellationToken.None);

        found.Hits.ShouldHaveSingleItem().Score.ShouldBe((await FindAsync("年假有几天？")).Hits[0].Score);
    }

    [Fact]
    public async Task An_upsert_replaces_and_a_delete_removes_all_passages_of_a_document()
    {
        Show(new SourceDocument("a", "A", "## 一\n苹果\n\n## 二\n香蕉"));
        Show(new SourceDocument("a", "A", "## 一\n樱桃"));
        (await FindAsync("苹果")).Hits.ShouldBeEmpty();
        (await FindAsync("樱桃")).Hits.Count.ShouldBe(1);
        index.ChunkCount.ShouldBe(1);

        index.Delete("document", "a");
        index.Refresh();

        (await FindAsync("樱桃")).Hits.ShouldBeEmpty();
        index.DocumentCount("document").ShouldBe(0);
    }

    [Theory]
    [InlineData("鍵", "键盘的清洁方法")]
    [InlineData("键", "鍵盤的清潔方法")]
    [InlineData("E4021", "出现 E4021 时重启服务。")]
    [InlineData("e4021", "错误码：Ｅ４０２１")]
    [InlineData("retry", "设置 maxRetryCount 为 3。")]
    [InlineData("max_retry_count", "max_retry_count 默认是 3。")]
    [InlineData("v1.2.3", "从 v1.2.3 开始支持。")]
    [InlineData("/etc/hosts", "编辑 /etc/hosts 文件。")]
    [InlineData("Mate60", "华为Mate60发布。")]
    [InlineData("华为Mate60", "华为Mate60发布。")]
    [InlineData("軟體", "安装软件之前先备份。")]
    [InlineData("伺服器", "服务器每晚备份。")]
    [InlineData("expense", "Expenses are reimbursed monthly.")]
    public async Task A_word_a_code_or_a_single_character_is_found_in_any_spelling(string query, string text)
    {
        Show(new SourceDocument("other", "别的", "这里说的是另一件事情。"), new SourceDocument("wanted", "", text));

        var result = await FindAsync(query);

        result.Hits[0].DocumentId.ShouldBe("wanted");
        result.Answerable.ShouldBeTrue();
    }

    private void Show(params SourceDocument[] documents)
    {
        foreach (var document in documents)
            index.Upsert(document);
        index.Refresh();
    }

    private async Task<SearchResult> FindAsync(string text) => await index.SearchAsync(new SearchQuery(text), CancellationToken.None);
}
