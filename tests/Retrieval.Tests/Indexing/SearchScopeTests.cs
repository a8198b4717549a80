using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Indexing;

public sealed class SearchScopeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DocumentIndex index;

    public SearchScopeTests() => index = DocumentIndex.Open(folder.Path, "tests");

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_search_sees_its_own_kind_only()
    {
        index.Upsert(new SourceDocument("same", "", "年假十天"));
        index.Upsert(new SourceDocument("same", "", "年假有几天？十天。") { Kind = "question" });
        index.Refresh();

        (await FindAsync(new SearchQuery("年假"))).ShouldBe(["same"]);
        (await FindAsync(new SearchQuery("年假") { Kind = "question" })).ShouldBe(["same"]);
        (await FindAsync(new SearchQuery("年假") { Kind = "other" })).ShouldBeEmpty();
        (index.DocumentCount("document"), index.DocumentCount("question")).ShouldBe((1, 1));
    }

    [Property(MaxTest = 30)]
    public void Exactly_the_documents_that_share_a_label_are_found(byte[] masks, byte asker)
    {
        using var folder = new TemporaryFolder();
        using var index = DocumentIndex.Open(folder.Path, "tests");
        for (var i = 0; i < masks.Length; i++)
            index.Upsert(new SourceDocument($"{i}", "", "年假十天") { Access = Labels(masks[i]) });
        index.Refresh();

        var found = index.SearchAsync(new SearchQuery("年假") { Access = Labels(asker), TopK = 50 }, CancellationToken.None).AsTask().Result;

        Documents(found).Order().ShouldBe(Enumerable.Range(0, masks.Length).Where(i => (masks[i] & asker) != 0).Select(i => $"{i}").Order());
    }

    [Fact]
    public async Task No_label_at_all_finds_nothing_and_no_list_finds_everything()
    {
        index.Upsert(new SourceDocument("a", "", "年假十天") { Access = ["everyone"] });
        index.Upsert(new SourceDocument("b", "", "年假十天"));
        index.Refresh();

        (await FindAsync(new SearchQuery("年假") { Access = [] })).ShouldBeEmpty();
        (await FindAsync(new SearchQuery("年假"))).ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_title_alone_is_enough_to_be_found()
    {
        index.Upsert(new SourceDocument("vpn", "远程接入", "联系服务台。"));
        index.Upsert(new SourceDocument("x", "", "接下来输入密码。"));
        index.Refresh();

        (await FindAsync(new SearchQuery("远程接入")))[0].ShouldBe("vpn");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData("？！…")]
    public async Task A_blank_question_finds_nothing(string text)
    {
        index.Upsert(new SourceDocument("a", "", "年假十天"));
        index.Refresh();

        (await index.SearchAsync(new SearchQuery(text), CancellationToken.None)).ShouldBe(SearchResult.Empty);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public Task A_number_of_hits_out_of_range_is_refused(int topK) =>
        Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await index.SearchAsync(new SearchQuery("a") { TopK = topK }, CancellationToken.None));

    [Fact]
    public Task A_search_that_was_given_up_throws() => Should.ThrowAsync<OperationCanceledException>(
        async () => await index.SearchAsync(new SearchQuery("a"), new CancellationToken(canceled: true)));

    private static string[] Labels(byte mask) => [.. Enumerable.Range(0, 8).Where(bit => (mask >> bit & 1) == 1).Select(bit => $"label {bit}")];

    private async Task<IReadOnlyList<string>> FindAsync(SearchQuery query) =>
        [.. Documents(await index.SearchAsync(query, CancellationToken.None))];

    // Documents that say the same are one hit.
    private static IEnumerable<string> Documents(SearchResult result) =>
        result.Hits.SelectMany(hit => hit.Duplicates.Select(source => source.DocumentId).Prepend(hit.DocumentId));
}
