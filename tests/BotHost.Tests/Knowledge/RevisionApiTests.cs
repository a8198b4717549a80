using System.Net;
using System.Text.Json;

namespace Wenlu.BotHost.Tests.Knowledge;

public sealed class RevisionApiOnEmbeddedStore(KnowledgeOnEmbeddedStore knowledge) : RevisionApiTests(knowledge), IClassFixture<KnowledgeOnEmbeddedStore>;

public sealed class RevisionApiOnRedis(KnowledgeOnRedis knowledge) : RevisionApiTests(knowledge), IClassFixture<KnowledgeOnRedis>;

/// <summary>What a document was is kept, shown and brought back, on both stores.</summary>
public abstract class RevisionApiTests(IKnowledgeFixture knowledge)
{
    private readonly string id = "r-" + Guid.NewGuid().ToString("N");

    private KnowledgeHost Host => knowledge.Host;

    private HttpClient Editor => Host.Editor;

    private string Revisions => Api.Document(id) + "/revisions";

    [Fact]
    public async Task Revisions_are_listed_with_who_wrote_them_and_how_long_they_are()
    {
        using var bob = Host.ClientWith(KnowledgeHost.BobKey);
        await Editor.PutAsync(id, new { title = "年假", markdown = "五天" });
        await bob.PutAsync(id, new { title = "年假", markdown = "十天。" });

        var list = await (await Editor.GetAsync(Revisions)).JsonAsync();

        list.GetProperty("currentRevision").GetInt64().ShouldBe(2);
        Rows(list).ShouldBe(["2 年假 bob 9", "1 年假 alice 6"]);
        list.GetProperty("revisions")[0].GetProperty("writtenAt").GetDateTimeOffset().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5));
        list.GetProperty("deletedBy").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_revision_is_read_as_it_was()
    {
        await Editor.PutAsync(id, new { title = "旧题", url = "https://example.com/a", markdown = "旧文", audience = "everyone", tags = new[] { "旧" }, updatedAt = "2026-05-01" });
        await Editor.PutAsync(id, new { title = "新题", markdown = "新文" });

        var old = await (await Editor.GetAsync(Revisions + "/1")).JsonAsync();

        (old.GetProperty("title").GetString(), old.GetProperty("markdown").GetString(), old.GetProperty("url").GetString()).ShouldBe(("旧题", "旧文", "https://example.com/a"));
        (old.GetProperty("audience").GetString(), old.GetProperty("tags")[0].GetString(), old.GetProperty("editor").GetString()).ShouldBe(("everyone", "旧", "alice"));
        (await (await Editor.GetAsync(Revisions + "/2")).JsonAsync()).GetProperty("markdown").GetString().ShouldBe("新文");
        (await (await Editor.SendAsync(HttpMethod.Get, Revisions + "/1", ("Accept", "text/markdown"))).Content.ReadAsStringAsync()).ShouldEndWith("---\n旧文");
        foreach (var none in (string[])["3", "0", "x", "-1"])
            await (await Editor.GetAsync($"{Revisions}/{none}")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_revisions_are_compared_by_line()
    {
        await Editor.PutAsync(id, new { title = "年假", markdown = "一\n二\n三\n" });
        await Editor.PutAsync(id, new { title = "年假", markdown = "一\n两\n三\n" });
        await Editor.PutAsync(id, new { title = "假期", markdown = "一\n两\n三\n" });

        var response = await Editor.GetAsync(Revisions + "/1/diff?to=2");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/x-diff");
        var diff = await response.Content.ReadAsStringAsync();
        diff.ShouldStartWith($"--- {id}@1\n+++ {id}@2\n@@ ");
        diff.ShouldContain(" 一\n-二\n+两\n 三\n");
        (await Editor.GetStringAsync(Revisions + "/2/diff")).ShouldContain("-title: \"年假\"\n+title: \"假期\"\n");
        (await Editor.GetStringAsync(Revisions + "/2/diff?to=2")).ShouldBeEmpty();
        await (await Editor.GetAsync(Revisions + "/1/diff?to=9")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Bringing_a_revision_back_is_a_write_that_is_searchable_and_guarded()
    {
        var word = "鸢尾" + id;
        await Editor.PutAsync(id, new { title = "a", markdown = word });
        await Editor.PutAsync(id, new { title = "a", markdown = "不同" });

        var refused = await (await Editor.SendAsync(HttpMethod.Post, Revisions + "/1/restore", ("If-Match", "\"1\""))).ProblemAsync(HttpStatusCode.PreconditionFailed);
        refused.GetProperty("currentRevision").GetInt64().ShouldBe(2);
        var restored = await Editor.SendAsync(HttpMethod.Post, Revisions + "/1/restore", ("If-Match", "\"2\""));

        (await restored.JsonAsync()).Revision().ShouldBe(3);
        restored.Headers.ETag!.ToString().ShouldBe("\"3\"");
        (await Editor.FindAsync(word)).ShouldContain(id);
        (await (await Editor.PutAsync(id, new { title = "a", markdown = word })).JsonAsync()).Revision().ShouldBe(3);
        await (await Editor.SendAsync(HttpMethod.Post, Revisions + "/9/restore")).ProblemAsync(HttpStatusCode.NotFound);
        await (await Editor.SendAsync(HttpMethod.Post, Revisions + "/1/restore", ("If-Match", "1"))).ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_deleted_document_is_brought_back_from_its_revisions()
    {
        await Editor.PutAsync(id, new { title = "a", markdown = "甲" });
        await Editor.PutAsync(id, new { title = "a", markdown = "乙" });
        await Editor.DeleteAsync(Api.Document(id));

        var list = await (await Editor.GetAsync(Revisions)).JsonAsync();
        list.GetProperty("currentRevision").ValueKind.ShouldBe(JsonValueKind.Null);
        list.GetProperty("deletedBy").GetString().ShouldBe("alice");
        Rows(list).Select(row => row[..1]).ShouldBe(["2", "1"]);
        (await (await Editor.SendAsync(HttpMethod.Post, Revisions + "/2/restore", ("If-None-Match", "*"))).JsonAsync(HttpStatusCode.Created)).Revision().ShouldBe(3);

        (await (await Editor.GetAsync(Api.Document(id))).JsonAsync()).GetProperty("markdown").GetString().ShouldBe("乙");
        (await Editor.SendAsync(HttpMethod.Post, Revisions + "/1/restore", ("If-None-Match", "*"))).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task The_last_twenty_are_kept()
    {
        for (var number = 1; number <= 24; number++)
            await Editor.PutAsync(id, new { title = "a", markdown = $"第 {(number % 2 == 0 ? number : 1)} 版", tags = new[] { $"t{number}" } });

        var list = await (await Editor.GetAsync(Revisions)).JsonAsync();

        Rows(list).Select(row => row.Split(' ')[0]).ShouldBe(Enumerable.Range(5, 20).Reverse().Select(number => $"{number}"));
        (await (await Editor.GetAsync(Revisions + "/5")).JsonAsync()).GetProperty("markdown").GetString().ShouldBe("第 1 版");
        (await (await Editor.GetAsync(Revisions + "/6")).JsonAsync()).GetProperty("markdown").GetString().ShouldBe("第 6 版");
        await (await Editor.GetAsync(Revisions + "/4")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_large_documents_fewer_are_kept_and_the_last_one_always()
    {
        for (var number = 1; number <= 4; number++)
            (await Editor.PutAsync(id, new { title = "a", markdown = new string((char)('a' + number), 4_500_000) })).IsSuccessStatusCode.ShouldBeTrue();

        Rows(await (await Editor.GetAsync(Revisions)).JsonAsync()).Select(row => row.Split(' ')[0]).ShouldBe(["4", "3"]);
        (await (await Editor.GetAsync(Revisions + "/3")).JsonAsync()).GetProperty("markdown").GetString()!.ShouldStartWith("ddd");
    }

    [Fact]
    public async Task The_loser_of_two_editors_is_told_who_won_and_when()
    {
        using var bob = Host.ClientWith(KnowledgeHost.BobKey);
        await Editor.PutAsync(id, new { title = "a", markdown = "1" });
        await bob.PutAsync(id, new { title = "a", markdown = "2" }, ifMatch: "\"1\"");

        var problem = await (await Editor.PutAsync(id, new { title = "a", markdown = "3" }, ifMatch: "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed);

        problem.GetProperty("currentRevision").GetInt64().ShouldBe(2);
        problem.GetProperty("changedBy").GetString().ShouldBe("bob");
        problem.GetProperty("changedAt").GetDateTimeOffset().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5));
        problem.GetProperty("detail").GetString()!.ShouldContain("written by bob at");
        var gone = await (await Editor.SendAsync(HttpMethod.Delete, Api.Document(id), ("If-Match", "\"1\""))).ProblemAsync(HttpStatusCode.PreconditionFailed);
        gone.GetProperty("changedBy").GetString().ShouldBe("bob");
    }

    [Fact]
    public async Task Lines_of_a_batch_are_guarded_each_by_its_own_fields()
    {
        await Editor.PutAsync(id, new { title = "a", markdown = "1" });
        string[] lines =
        [
            JsonSerializer.Serialize(new { id, title = "a", markdown = "2", ifMatch = "\"1\"" }),
            JsonSerializer.Serialize(new { id, title = "a", markdown = "3", ifMatch = "\"1\"" }),
            JsonSerializer.Serialize(new { id, title = "a", markdown = "3", ifNoneMatch = "*" }),
            JsonSerializer.Serialize(new { id = id + "-new", title = "a", markdown = "1", ifNoneMatch = "*" }),
            JsonSerializer.Serialize(new { id, title = "a", markdown = "3", ifMatch = "1" }),
            JsonSerializer.Serialize(new { id, title = "a", markdown = "3", ifNoneMatch = "\"1\"" }),
        ];

        var results = await Editor.BatchAsync(new StringContent(string.Join('\n', lines)));

        results.Select(result => result.GetProperty("status").GetInt32()).ShouldBe([200, 412, 412, 201, 400, 400]);
        results[1].GetProperty("problem").GetProperty("changedBy").GetString().ShouldBe("alice");
        results[4].GetProperty("problem").GetProperty("errors").TryGetProperty("ifMatch", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Many_writers_leave_a_history_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(1, 15).Select(number => Editor.PutAsync(id, new { title = "a", markdown = $"版本 {number}" })));

        var list = await (await Editor.GetAsync(Revisions)).JsonAsync();
        Rows(list).Select(row => row.Split(' ')[0]).ShouldBe(Enumerable.Range(1, 15).Reverse().Select(number => $"{number}"));
        var texts = await Task.WhenAll(Enumerable.Range(1, 15).Select(async number => (await (await Editor.GetAsync($"{Revisions}/{number}")).JsonAsync()).GetProperty("markdown").GetString()));
        texts.Distinct().Count().ShouldBe(15);
    }

    [Theory]
    [InlineData("text/html", "<title>年假制度</title><main><h1>年假</h1><ul><li>十天</li></ul></main>", "年假制度", "# 年假\n\n- 十天\n")]
    public async Task A_page_is_put_as_it_is(string type, string body, string title, string markdown)
    {
        await (await Editor.PutTextAsync(id, body, type)).JsonAsync(HttpStatusCode.Created);

        var document = await (await Editor.GetAsync(Api.Document(id))).JsonAsync();
        (document.GetProperty("title").GetString(), document.GetProperty("markdown").GetString()).ShouldBe((title, markdown));
    }

    [Fact]
    public async Task Files_are_put_and_batched()
    {
        var pdf = new ByteArrayContent(Attachments.Files.Pdf("Annual leave is ten days"));
        pdf.Headers.ContentType = new("application/pdf");
        await (await Editor.PutAsync(id, pdf, null, null)).JsonAsync(HttpStatusCode.Created);
        (await (await Editor.GetAsync(Api.Document(id))).JsonAsync()).GetProperty("markdown").GetString()!.ShouldContain("ten days");

        var word = Convert.ToBase64String(Attachments.Files.Word(Attachments.Files.Text("出差", "1"), Attachments.Files.Text("先审批。")));
        const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        string[] lines =
        [
            JsonSerializer.Serialize(new { id = id + "-w", contentType = Docx, content = word, audience = "everyone" }),
            JsonSerializer.Serialize(new { id = id + "-h", title = "给定的", contentType = "text/html", content = "<p>页面</p>" }),
            JsonSerializer.Serialize(new { id = id + "-x", contentType = Docx, content = "not base64" }),
            JsonSerializer.Serialize(new { id = id + "-y", contentType = "image/png", content = "" }),
            JsonSerializer.Serialize(new { id = id + "-z", contentType = "application/pdf", content = "AAAA" }),
        ];
        var results = await Editor.BatchAsync(new StringContent(string.Join('\n', lines)));

        results.Select(result => result.GetProperty("status").GetInt32()).ShouldBe([201, 201, 400, 400, 400]);
        (await (await Editor.GetAsync(Api.Document(id + "-w"))).JsonAsync()).GetProperty("title").GetString().ShouldBe("出差");
        (await (await Editor.GetAsync(Api.Document(id + "-h"))).JsonAsync()).GetProperty("title").GetString().ShouldBe("给定的");
    }

    [Fact]
    public async Task The_origin_stays_until_another_one_is_named_and_is_no_content()
    {
        await Editor.PutAsync(id, new { title = "a", markdown = "1", origin = "handbook" });
        await Editor.PutAsync(id, new { title = "a", markdown = "2" });
        (await (await Editor.GetAsync(Api.Document(id))).JsonAsync()).GetProperty("origin").GetString().ShouldBe("handbook");

        (await (await Editor.PutAsync(id, new { title = "a", markdown = "2", origin = "wiki" })).JsonAsync()).Revision().ShouldBe(2);

        (await (await Editor.GetAsync(Api.Document(id))).JsonAsync()).GetProperty("origin").GetString().ShouldBe("wiki");
    }

    private static IEnumerable<string> Rows(JsonElement list) => list.GetProperty("revisions").EnumerateArray().Select(revision =>
        $"{revision.Revision()} {revision.GetProperty("title").GetString()} {revision.GetProperty("editor").GetString()} {revision.GetProperty("size").GetInt64()}");
}
