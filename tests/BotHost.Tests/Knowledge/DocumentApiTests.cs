using System.Net;
using System.Text;

namespace Wenlu.BotHost.Tests.Knowledge;

public sealed class DocumentApiOnEmbeddedStore(KnowledgeOnEmbeddedStore knowledge) : DocumentApiTests(knowledge), IClassFixture<KnowledgeOnEmbeddedStore>;

public sealed class DocumentApiOnRedis(KnowledgeOnRedis knowledge) : DocumentApiTests(knowledge), IClassFixture<KnowledgeOnRedis>;

/// <summary>The contract of the documents' routes, on both stores.</summary>
public abstract class DocumentApiTests(IKnowledgeFixture knowledge)
{
    private readonly string id = "d-" + Guid.NewGuid().ToString("N");

    private KnowledgeHost Host => knowledge.Host;

    private HttpClient Editor => Host.Editor;

    [Fact]
    public async Task A_new_document_is_created_and_found_when_the_answer_arrives()
    {
        var response = await Editor.PutAsync(id, new { title = "年假", markdown = "# 年假\n\n入职满一年者，年假十天。暗号鹅黄" + id, audience = "everyone" });

        var written = await response.JsonAsync(HttpStatusCode.Created);
        written.GetProperty("id").GetString().ShouldBe(id);
        written.Revision().ShouldBe(1);
        written.GetProperty("chunks").GetInt32().ShouldBeGreaterThan(0);
        response.Headers.ETag!.ToString().ShouldBe("\"1\"");
        response.Headers.Location!.ToString().ShouldBe(Api.Document(id));
        (await Host.Visitor.FindAsync(id)).ShouldContain(id);
    }

    [Fact]
    public async Task The_same_content_again_changes_nothing()
    {
        object body = new { title = "差旅", markdown = "先审批，后订票。", tags = new[] { "财务" } };
        var first = await (await Editor.PutAsync(id, body)).JsonAsync(HttpStatusCode.Created);

        var response = await Editor.PutAsync(id, body);

        var again = await response.JsonAsync();
        again.ToString().ShouldBe(first.ToString());
        response.Headers.ETag!.ToString().ShouldBe("\"1\"");
        (await Editor.PutAsync(id, new { title = "差旅", markdown = "先审批，后订票。", tags = new[] { "财务", "新" } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await Editor.GetAsync(Api.Document(id))).JsonAsync()).Revision().ShouldBe(2);
    }

    [Fact]
    public async Task What_was_written_is_read_back_whole()
    {
        await Editor.PutAsync(id, new
        {
            title = "  报销 \"规则\" ",
            url = "https://example.com/a?b=c#d",
            markdown = "---\nnot front matter in JSON\n---\n\ttext\r\n",
            audience = new { users = new[] { "ou_b", "ou_a", "ou_a" }, chats = new[] { "oc_1" } },
            tags = new[] { "x", "y", "x" },
            updatedAt = "2026-05-01T08:00:00+08:00",
        });

        var read = await (await Editor.GetAsync(Api.Document(id))).JsonAsync();

        read.GetProperty("title").GetString().ShouldBe("报销 \"规则\"");
        read.GetProperty("url").GetString().ShouldBe("https://example.com/a?b=c#d");
        read.GetProperty("markdown").GetString().ShouldBe("---\nnot front matter in JSON\n---\n\ttext\r\n");
        read.GetProperty("audience").GetRawText().ShouldBe("""{"chats":["oc_1"],"users":["ou_a","ou_b"]}""");
        read.GetProperty("tags").GetRawText().ShouldBe("""["x","y"]""");
        read.GetProperty("updatedAt").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Markdown_with_front_matter_is_taken_and_given_back_as_a_file_that_changes_nothing()
    {
        var file = "---\ntitle: '入职: 第一天'\nurl: /wiki/first-day\nupdated: 2026-03-02\ntags: [人事, 2026]\naudience:\n  chats: [oc_42]\n---\n# 别的标题\n正文\n";
        await (await Editor.PutTextAsync(id, file, "text/markdown")).JsonAsync(HttpStatusCode.Created);
        var read = await (await Editor.GetAsync(Api.Document(id))).JsonAsync();
        read.GetProperty("title").GetString().ShouldBe("入职: 第一天");
        read.GetProperty("markdown").GetString().ShouldBe("# 别的标题\n正文\n");
        read.GetProperty("tags").GetRawText().ShouldBe("""["人事","2026"]""");
        read.GetProperty("audience").GetRawText().ShouldBe("""{"chats":["oc_42"],"users":[]}""");

        var text = await (await Editor.SendAsync(HttpMethod.Get, Api.Document(id), ("Accept", "text/markdown"))).Content.ReadAsStringAsync();

        (await (await Editor.PutTextAsync(id, text, "text/markdown")).JsonAsync()).Revision().ShouldBe(1);
    }

    [Theory]
    [InlineData("intro\n\n## Two\n\n# The *first* `h1`\n", "The first h1")]
    [InlineData("no heading at all", null)]
    [InlineData("---\ntags: []\n---\n```\n# code\n```\n", null)]
    public async Task A_missing_title_is_the_first_heading_or_the_id(string markdown, string? title)
    {
        await (await Editor.PutTextAsync(id, markdown, "text/markdown")).JsonAsync(HttpStatusCode.Created);

        (await (await Editor.GetAsync(Api.Document(id))).JsonAsync()).GetProperty("title").GetString().ShouldBe(title ?? id);
    }

    [Fact]
    public async Task An_old_revision_is_refused_and_the_current_one_named()
    {
        await Editor.PutAsync(id, new { title = "a", markdown = "1" });
        (await Editor.PutAsync(id, new { title = "a", markdown = "2" }, ifMatch: "\"1\"")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var problem = await (await Editor.PutAsync(id, new { title = "a", markdown = "3" }, ifMatch: "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed);

        problem.GetProperty("currentRevision").GetInt64().ShouldBe(2);
        (await (await Editor.GetAsync(Api.Document(id))).JsonAsync()).GetProperty("markdown").GetString().ShouldBe("2");
    }

    [Theory]
    [InlineData("W/\"1\"", 412)]
    [InlineData("\"other\"", 412)]
    [InlineData("\"7\", \"1\"", 200)]
    [InlineData("*", 200)]
    public async Task If_Match_compares_strongly_with_each_of_its_tags(string ifMatch, int expected)
    {
        await Editor.PutAsync(id, new { title = "a", markdown = "1" });

        ((int)(await Editor.PutAsync(id, new { title = "a", markdown = "2" }, ifMatch)).StatusCode).ShouldBe(expected);
    }

    [Fact]
    public async Task An_If_Match_without_quotes_is_refused_by_name()
    {
        var problem = await (await Editor.PutAsync(id, new { title = "a", markdown = "1" }, ifMatch: "1")).ProblemAsync(HttpStatusCode.BadRequest);

        problem.GetProperty("errors").GetProperty("If-Match")[0].GetString()!.ShouldContain("quotes");
    }

    [Fact]
    public async Task If_Match_never_creates_and_If_None_Match_never_replaces()
    {
        var problem = await (await Editor.PutAsync(id, new { title = "a", markdown = "1" }, ifMatch: "*")).ProblemAsync(HttpStatusCode.PreconditionFailed);
        problem.GetProperty("currentRevision").GetInt64().ShouldBe(0);
        (await Editor.PutAsync(id, new { title = "a", markdown = "1" }, ifNoneMatch: "*")).StatusCode.ShouldBe(HttpStatusCode.Created);

        (await Editor.PutAsync(id, new { title = "a", markdown = "2" }, ifNoneMatch: "*")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Of_editors_who_save_at_once_one_wins_and_the_others_are_told()
    {
        using var bob = Host.ClientWith(KnowledgeHost.BobKey);
        await Editor.PutAsync(id, new { title = "a", markdown = "0" });

        var saves = await Task.WhenAll(Enumerable.Range(1, 8).Select(number =>
            (number % 2 == 0 ? bob : Editor).PutAsync(id, new { title = "a", markdown = $"version {number}" }, ifMatch: "\"1\"")));

        saves.Count(save => save.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        saves.Count(save => save.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(7);
        (await (await Editor.GetAsync(Api.Document(id))).JsonAsync()).Revision().ShouldBe(2);
    }

    [Fact]
    public async Task A_deleted_document_is_gone_everywhere_and_counts_on_when_it_returns()
    {
        var word = "鸢尾" + id;
        await Editor.PutAsync(id, new { title = "a", markdown = word, audience = "everyone" });
        await Editor.PutAsync(id, new { title = "b", markdown = word, audience = "everyone" });

        (await Editor.SendAsync(HttpMethod.Delete, Api.Document(id), ("If-Match", "\"1\""))).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await Editor.SendAsync(HttpMethod.Delete, Api.Document(id), ("If-Match", "\"2\""))).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await Host.Visitor.FindAsync(id)).ShouldNotContain(id);
        await (await Editor.GetAsync(Api.Document(id))).ProblemAsync(HttpStatusCode.NotFound);
        await (await Editor.DeleteAsync(Api.Document(id))).ProblemAsync(HttpStatusCode.NotFound);
        (await (await Editor.PutAsync(id, new { title = "b", markdown = word })).JsonAsync(HttpStatusCode.Created)).Revision().ShouldBe(3);
    }

    [Fact]
    public async Task A_reader_who_has_the_revision_is_told_that_it_still_stands()
    {
        await Editor.PutAsync(id, new { title = "a", markdown = "1" });

        var response = await Editor.SendAsync(HttpMethod.Get, Api.Document(id), ("If-None-Match", "W/\"1\""));

        response.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        response.Headers.ETag!.ToString().ShouldBe("\"1\"");
        (await Editor.SendAsync(HttpMethod.Get, Api.Document(id), ("If-None-Match", "\"0\""))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Five_megabytes_are_taken_and_a_byte_more_is_too_large()
    {
        const string Rule = "员工应当遵守本手册。The second rule is to read it. 每一段都写得不长，读的人才看得完。\n\n";
        var text = string.Concat(Enumerable.Repeat("## 部分\n\n" + string.Concat(Enumerable.Repeat(Rule, 60)), 1_000)).TakeBytes(5 * 1024 * 1024);
        var taken = await (await Editor.PutAsync(id, new { title = "big", markdown = text })).JsonAsync(HttpStatusCode.Created);
        taken.GetProperty("chunks").GetInt32().ShouldBeGreaterThan(100);

        await (await Editor.PutAsync(id, new { title = "big", markdown = text + "a" })).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        await (await Editor.PutTextAsync(id, text + "a", "text/markdown")).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        await Editor.DeleteAsync(Api.Document(id));
    }

    [Theory]
    [InlineData("..%2Fetc")]
    [InlineData("%2e%2e")]
    [InlineData("a%20b")]
    [InlineData("%E5%B9%B4")]
    [InlineData("a%00")]
    public async Task An_unsafe_id_is_refused_with_the_rule(string unsafeId)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            var response = await Editor.SendAsync(method, Api.Document(unsafeId));
            ((int)response.StatusCode).ShouldBeInRange(400, 405);
        }
    }

    [Fact]
    public async Task An_id_of_128_characters_is_the_longest()
    {
        var longest = (id + new string('~', 128))[..128];
        (await Editor.PutAsync(longest, new { title = "a", markdown = "b" })).StatusCode.ShouldBe(HttpStatusCode.Created);

        var problem = await (await Editor.PutAsync(longest + "x", new { title = "a", markdown = "b" })).ProblemAsync(HttpStatusCode.BadRequest);

        problem.GetProperty("errors").GetProperty("id")[0].GetString()!.ShouldContain("128");
    }

    [Fact]
    public async Task The_list_is_read_page_by_page_and_continued_later()
    {
        var ids = Enumerable.Range(0, 7).Select(number => $"{id}.{number}").ToList();
        var start = (await (await Editor.GetAsync("/api/knowledge/documents?limit=1")).JsonAsync()).GetProperty("lastChange").GetString();
        foreach (var each in ids)
            await Editor.PutAsync(each, new { title = "页", markdown = "x" });
        await Editor.DeleteAsync(Api.Document(ids[2]));
        await Editor.PutAsync(ids[0], new { title = "页", markdown = "y" });

        var (listed, last) = await ListAsync(start!, 2);

        listed.ShouldBe([.. ids[1..2], .. ids[3..], ids[0]]);
        (await ListAsync(last, 2)).Ids.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("cursor=-1", "cursor")]
    [InlineData("cursor=abc", "cursor")]
    public async Task A_bad_page_is_refused_by_name(string query, string field)
    {
        var problem = await (await Editor.GetAsync("/api/knowledge/documents?" + query)).ProblemAsync(HttpStatusCode.BadRequest);

        problem.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_batch_answers_line_by_line_and_a_bad_line_fails_alone()
    {
        var lines = string.Join('\n',
            Line(0, "first"), "", "{ not json", Line(1, "second"), """{"id":"..","title":"t","markdown":"m"}""",
            "{\"id\":\"" + id + ".2\",\"title\":\"t\",\"markdown\":\"" + new string('x', 12_000_000) + "\"}", Line(0, "third"));

        var results = await Editor.BatchAsync(new StringContent(lines, Encoding.UTF8));

        results.Select(result => (result.GetProperty("line").GetInt32(), result.GetProperty("status").GetInt32()))
            .ShouldBe([(1, 201), (3, 400), (4, 201), (5, 400), (6, 413), (7, 200)]);
        results[0].GetProperty("chunks").GetInt32().ShouldBe(1);
        results[1].GetProperty("problem").GetProperty("line").GetInt32().ShouldBe(3);
        results[1].GetProperty("problem").GetProperty("detail").GetString().ShouldStartWith("Line 3: ");
        results[3].GetProperty("problem").GetProperty("errors").TryGetProperty("id", out _).ShouldBeTrue();
        results[5].Revision().ShouldBe(2);
        (await Editor.FindAsync(id)).ShouldContain(id + ".1");

        string Line(int number, string text) => $$"""{"id":"{{id}}.{{number}}","title":"t{{number}}","markdown":"{{text}} {{id}}"}""";
    }

    [Fact]
    public async Task A_batch_gives_each_result_while_the_next_line_is_still_awaited()
    {
        using var batch = await OpenBatch.StartAsync(Host.Address);

        await batch.SendAsync($$"""{"id":"{{id}}","title":"t","markdown":"m"}""" + "\n");
        (await batch.ReadUntilAsync("}\n")).ShouldContain("\"status\":201");
        await batch.SendAsync($$"""{"id":"{{id}}","title":"t","markdown":"m2"}""" + "\n");

        (await batch.ReadUntilAsync("}\n")).ShouldContain("\"revision\":2");
    }

    private async Task<(List<string> Ids, string LastChange)> ListAsync(string cursor, int limit)
    {
        var ids = new List<string>();
        while (true)
        {
            var page = await (await Editor.GetAsync($"/api/knowledge/documents?cursor={cursor}&limit={limit}")).JsonAsync();
            ids.AddRange(page.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("id").GetString()!));
            if (page.GetProperty("next").GetString() is not { } next)
                return (ids.Where(each => each.StartsWith(id, StringComparison.Ordinal)).ToList(), page.GetProperty("lastChange").GetString()!);
            cursor = next;
        }
    }
}
