using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Search;

public sealed class NearDuplicateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DocumentIndex index;

    public NearDuplicateTests() => index = DocumentIndex.Open(folder.Path, "tests");

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    /// <summary>Sixty-six pairs of passages: copies and versions, and parallel wording about different things.</summary>
    public static IEnumerable<object[]> Pairs() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Search", "near-duplicates.tsv")).Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new object[] { cells[0] == "1", string.Join('\t', cells[1..4]), string.Join('\t', cells[4..7]) });

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Versions_and_copies_are_the_same_and_parallel_wording_about_something_else_is_not(bool same, string one, string other)
    {
        var (left, right) = (AHit("left", one), AHit("right", other));

        left.IsSameAs(right).ShouldBe(same);
        right.IsSameAs(left).ShouldBe(same);
    }

    [Fact]
    public async Task Versions_are_one_hit_the_newest_and_the_others_stay_reachable()
    {
        Write("old", "年假十天，须提前三天申请。", 2021);
        Write("new", "年假十五天，须提前三天申请。", 2024);
        Write("middle", "年假十二天，须提前三天申请。", 2022);
        index.Refresh();

        var hit = (await FindAsync(new SearchQuery("年假十天"))).ShouldHaveSingleItem();

        (hit.DocumentId, hit.Text).ShouldBe(("new", "年假十五天，须提前三天申请。"));
        hit.Duplicates.Select(source => (source.DocumentId, source.Url, source.Anchor, source.UpdatedAt.Year))
            .ShouldBe([("middle", "https://wiki.example/middle", "年假", 2022), ("old", "https://wiki.example/old", "年假", 2021)]);
    }

    [Fact]
    public async Task Nobody_learns_of_a_copy_that_he_may_not_read_or_is_shown_less_because_of_it()
    {
        Write("public", "年假十天，须提前三天申请。", 2021, "everyone");
        Write("internal", "年假十五天，须提前三天申请。", 2024, "staff");
        index.Refresh();

        var hit = (await FindAsync(new SearchQuery("年假") { Access = ["everyone"] })).ShouldHaveSingleItem();

        hit.DocumentId.ShouldBe("public");
        hit.Duplicates.ShouldBeEmpty();
    }

    [Fact]
    public async Task Copies_do_not_push_other_sources_out()
    {
        for (var copy = 0; copy < 12; copy++)
            Write($"copy {copy}", "年假十天，须提前三天申请。", 2000 + copy);
        index.Upsert(new SourceDocument("card", "门禁卡", "年假期间门禁卡停用。"));
        index.Upsert(new SourceDocument("mail", "邮箱", "休年假要设自动回复。"));
        index.Refresh();

        var hits = await FindAsync(new SearchQuery("年假") { TopK = 3 });

        hits.Select(hit => hit.DocumentId).Order().ShouldBe(["card", "copy 11", "mail"]);
        hits.Single(hit => hit.DocumentId == "copy 11").Duplicates.Count.ShouldBe(11);
    }

    [Fact]
    public async Task A_section_quoted_elsewhere_is_shown_from_the_page_that_fits_better()
    {
        const string rule = "## 年假\n入职满一年的员工每年享有十天年假，须提前三天在 OA 提交申请，由直属主管批准，没有休完的部分可以结转到次年三月底，过期作废。";
        index.Upsert(new SourceDocument("leave", "休假制度", rule) { UpdatedAt = At(2021) });
        index.Upsert(new SourceDocument("newcomer", "新员工须知", rule) { UpdatedAt = At(2024) });
        index.Refresh();

        var hit = (await FindAsync(new SearchQuery("休假制度里年假有几天"))).ShouldHaveSingleItem();

        (hit.DocumentId, hit.Duplicates.Single().DocumentId).ShouldBe(("leave", "newcomer"));
    }

    private static ComparableHit AHit(string id, string cells)
    {
        var parts = cells.Split('\t');
        return new(new Hit(id, parts[0], parts[1].Length == 0 ? [] : [parts[1]], parts[2].Replace("\\n", "\n"), 1));
    }

    private static DateTimeOffset At(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private void Write(string id, string text, int year, string access = "everyone") => index.Upsert(
        new SourceDocument(id, "休假制度", $"## 年假\n{text}") { UpdatedAt = At(year), Url = $"https://wiki.example/{id}", Access = [access] });

    private async Task<IReadOnlyList<Hit>> FindAsync(SearchQuery query) => (await index.SearchAsync(query, CancellationToken.None)).Hits;
}
