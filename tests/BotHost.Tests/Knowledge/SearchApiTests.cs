using System.Net;
using System.Text.Json;

namespace Wenlu.BotHost.Tests.Knowledge;

public sealed class SearchApiTests(KnowledgeOnRedis knowledge) : IClassFixture<KnowledgeOnRedis>
{
    private readonly IKnowledgeFixture knowledge = knowledge;

    private KnowledgeHost Host => knowledge.Host;

    [Fact]
    public async Task A_hit_is_shown_as_the_contract_has_it()
    {
        await Host.Editor.PutAsync("leave", new
        {
            title = "假期制度",
            url = "https://example.com/leave",
            markdown = "# 假期制度\n\n## 年假\n\n入职满一年的员工享有十天带薪年假。",
            audience = "everyone",
            updatedAt = "2026-05-01",
        });

        var json = await (await Host.Visitor.GetAsync("/api/search?q=" + Uri.EscapeDataString("带薪年假有几天？") + "&k=1")).JsonAsync();

        json.EnumerateObject().Select(property => property.Name).ShouldBe(["hits", "confidence", "band", "answerable"]);
        json.GetProperty("confidence").GetDouble().ShouldBeInRange(0, 1);
        var hit = json.GetProperty("hits").EnumerateArray().ShouldHaveSingleItem();
        hit.EnumerateObject().Select(property => property.Name).ShouldBe(["documentId", "title", "headings", "text", "url", "score", "updatedAt"]);
        hit.GetProperty("documentId").GetString().ShouldBe("leave");
        hit.GetProperty("headings").GetRawText().ShouldBe("""["年假"]""");
        hit.GetProperty("url").GetString().ShouldBe("https://example.com/leave");
        hit.GetProperty("updatedAt").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Without_a_key_only_what_everyone_may_read_is_searched_and_with_one_everything()
    {
        object[] audiences = ["everyone", "tenant", new { chats = new[] { "oc_1" } }, new { users = new[] { "ou_1" } }];
        foreach (var (audience, number) in audiences.Select((audience, number) => (audience, number)))
            await Host.Editor.PutAsync($"secret-{number}", new { title = $"t{number}", markdown = "朱鹮保护区巡护手册", audience });
        await Host.Editor.PutAsync("secret-default", new { title = "t", markdown = "朱鹮保护区巡护手册" });

        (await Host.Visitor.FindAsync("朱鹮保护区")).ShouldBe(["secret-0"]);
        (await Host.Editor.FindAsync("朱鹮保护区")).ShouldBe(["secret-0", "secret-1", "secret-2", "secret-3", "secret-default"], ignoreOrder: true);

        await Host.Editor.PutAsync("secret-0", new { title = "t", markdown = "朱鹮保护区巡护手册", audience = "tenant" });
        (await Host.Visitor.FindAsync("朱鹮保护区")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_search_says_how_it_came_about_when_asked()
    {
        await Host.Editor.PutAsync("heron", new { title = "鸟类", markdown = "## 苍鹭\n\n苍鹭常在浅水处站立。", audience = "everyone" });

        var json = await (await Host.Editor.GetAsync("/api/search?explain=true&q=" + Uri.EscapeDataString("苍鹭站在哪里？"))).JsonAsync();

        var explain = json.GetProperty("explain");
        explain.GetProperty("wordings")[0].GetProperty("reason").GetString().ShouldBe("asked");
        var term = explain.GetProperty("wordings")[0].GetProperty("fields")[0].GetProperty("terms")[0];
        (term.GetProperty("text").GetString(), term.GetProperty("documentFrequency").GetInt32()).ShouldBe(("苍鹭", 1));
        var rank = explain.GetProperty("hits")[0].GetProperty("lexical")[0];
        var sum = rank.GetProperty("fields").EnumerateObject().Sum(field => field.Value.GetDouble());
        ((sum * rank.GetProperty("nameLift").GetDouble()) + rank.GetProperty("meeting").GetDouble()).ShouldBe(json.GetProperty("hits")[0].GetProperty("score").GetDouble(), 1e-3);
        explain.GetProperty("confidence").GetProperty("features").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_told_that_is_counted_over_what_not_everyone_may_read()
    {
        await Host.Editor.PutAsync("ibis-1", new { title = "鸟类", markdown = "黑脸琵鹭在滩涂觅食。", audience = "everyone" });
        await Host.Editor.PutAsync("ibis-2", new { title = "机密", markdown = "黑脸琵鹭的巢在三号岛。", audience = "tenant" });

        var json = await (await Host.Visitor.GetAsync("/api/search?explain=true&q=" + Uri.EscapeDataString("黑脸琵鹭在哪里？"))).JsonAsync();

        var explain = json.GetProperty("explain");
        explain.GetProperty("hits").EnumerateArray().ShouldHaveSingleItem().GetProperty("documentId").GetString().ShouldBe("ibis-1");
        var terms = explain.GetProperty("wordings").EnumerateArray().SelectMany(wording => wording.GetProperty("fields").EnumerateArray())
            .SelectMany(field => field.GetProperty("terms").EnumerateArray()).ToList();
        terms.ShouldNotBeEmpty();
        terms.ShouldAllBe(term => term.GetProperty("documentFrequency").ValueKind == JsonValueKind.Null
            && term.GetProperty("inverseDocumentFrequency").ValueKind == JsonValueKind.Null);
        explain.GetProperty("confidence").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_rather_than_taken_for_none()
    {
        using var stranger = Host.ClientWith("nobodys-key-0123456789");

        await (await stranger.GetAsync("/api/search?q=a")).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=", "q")]
    [InlineData("q=%20", "q")]
    [InlineData("q=a&k=0", "k")]
    [InlineData("q=a&k=51", "k")]
    [InlineData("q=a&k=ten", "k")]
    [InlineData("q=a&k=-1", "k")]
    [InlineData("q=a&explain=yes", "explain")]
    public async Task A_bad_search_is_refused_by_name(string query, string field)
    {
        var problem = await (await Host.Visitor.GetAsync("/api/search?" + query)).ProblemAsync(HttpStatusCode.BadRequest);

        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task A_search_of_2000_characters_is_the_longest()
    {
        (await Host.Visitor.GetAsync("/api/search?q=" + new string('a', 2_000))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await Host.Visitor.GetAsync("/api/search?q=" + new string('a', 2_001))).ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_description_of_the_API_covers_every_route_with_examples()
    {
        var api = await (await Host.Visitor.GetAsync("/openapi/v1.json")).JsonAsync();

        var paths = api.GetProperty("paths");
        paths.EnumerateObject().Select(path => path.Name).ShouldBe(
            [
                "/api/knowledge/documents/{id}", "/api/knowledge/documents", "/api/knowledge/documents:batch", "/api/search",
                "/api/knowledge/documents/{id}/revisions", "/api/knowledge/documents/{id}/revisions/{revision}",
                "/api/knowledge/documents/{id}/revisions/{revision}/diff", "/api/knowledge/documents/{id}/revisions/{revision}/restore",
                "/api/knowledge/answers/{id}", "/api/knowledge/answers",
            ],
            ignoreOrder: true);
        foreach (var operation in paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace();
            operation.Value.GetProperty("security").GetArrayLength().ShouldBeGreaterThan(0);
        }
        var put = paths.GetProperty("/api/knowledge/documents/{id}").GetProperty("put");
        put.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetProperty("title").GetString().ShouldBe("年假");
        put.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name).ShouldBe(
        [
            "application/json", "text/markdown", "text/html", "application/pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "text/csv",
        ]);
        put.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).ShouldBe(["id", "If-Match", "If-None-Match"]);
        put.GetProperty("responses").GetProperty("412").GetProperty("content").GetProperty("application/problem+json").TryGetProperty("example", out _).ShouldBeTrue();
        var search = paths.GetProperty("/api/search").GetProperty("get");
        search.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _).ShouldBeTrue();
        search.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).ShouldBe(["q", "k", "explain"]);
    }
}
