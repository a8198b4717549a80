using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Wenlu.BotHost.Tests.Knowledge;

public sealed class CuratedApiOnEmbeddedStore(KnowledgeOnEmbeddedStore knowledge) : CuratedApiTests(knowledge), IClassFixture<KnowledgeOnEmbeddedStore>;

public sealed class CuratedApiOnRedis(KnowledgeOnRedis knowledge) : CuratedApiTests(knowledge), IClassFixture<KnowledgeOnRedis>;

/// <summary>The contract of the routes of editors' answers, on both stores.</summary>
public abstract class CuratedApiTests(IKnowledgeFixture knowledge)
{
    private readonly string id = "a-" + Guid.NewGuid().ToString("N");

    private KnowledgeHost Host => knowledge.Host;

    private string Route => "/api/knowledge/answers/" + id;

    [Fact]
    public async Task An_answer_is_written_read_listed_and_deleted_with_its_editor_and_revision()
    {
        await Host.Editor.PutAsync("doc-" + id, new { title = "员工手册", markdown = "## 年假\n年假十天。" });
        object body = new
        {
            question = " 年假有几天？ ",
            paraphrases = new[] { "一年有多少天年假", "一年有多少天年假" },
            answer = "十天。[1]",
            sources = new[] { $"doc-{id}#年假" },
            audience = "everyone",
            expiresAt = "2999-01-01",
        };

        var created = await PutAsync(body);

        (await created.JsonAsync(HttpStatusCode.Created)).ToString().ShouldBe($$"""{"id":"{{id}}","revision":1}""");
        created.Headers.ETag!.ToString().ShouldBe("\"1\"");
        created.Headers.Location!.ToString().ShouldBe(Route);
        (await (await PutAsync(body)).JsonAsync()).Revision().ShouldBe(1);
        var view = await (await Host.Editor.GetAsync(Route)).JsonAsync();
        view.EnumerateObject().Select(member => member.Name).ShouldBe(
            ["id", "question", "paraphrases", "sources", "audience", "expiresAt", "editor", "updatedAt", "revision", "state", "changedSources", "answer"]);
        view.GetProperty("question").GetString().ShouldBe("年假有几天？");
        view.GetProperty("paraphrases").GetArrayLength().ShouldBe(1);
        view.GetProperty("editor").GetString().ShouldBe("alice");
        view.GetProperty("state").GetString().ShouldBe("current");
        view.GetProperty("answer").GetString().ShouldBe("十天。[1]");
        (await ListedAsync()).TryGetProperty("answer", out _).ShouldBeFalse();

        (await Host.Editor.DeleteAsync(Route)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Host.Editor.GetAsync(Route)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Host.Editor.DeleteAsync(Route)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_two_editors_at_once_one_wins_and_the_other_is_told()
    {
        await PutAsync(new { question = "食堂几点开门？", answer = "七点。" });
        await PutAsync(new { question = "食堂几点开门？", answer = "八点。" }, "\"1\"");

        var late = await (await PutAsync(new { question = "食堂几点开门？", answer = "九点。" }, "\"1\"")).ProblemAsync(HttpStatusCode.PreconditionFailed);

        late.GetProperty("currentRevision").GetInt64().ShouldBe(2);
        (await Host.Editor.SendAsync(HttpMethod.Delete, Route, ("If-Match", "\"1\""))).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await (await Host.Editor.GetAsync(Route)).JsonAsync()).GetProperty("answer").GetString().ShouldBe("八点。");
    }

    [Fact]
    public async Task A_source_that_changes_or_vanishes_flags_the_answer_until_it_is_put_again()
    {
        await Host.Editor.PutAsync("doc-" + id, new { title = "员工手册", markdown = "## 年假\n年假十天。\n\n## 病假\n病假三十天。" });
        object body = new { question = "年假有几天？", answer = "十天。[1]", sources = new[] { $"doc-{id}#年假" } };
        await PutAsync(body);

        await Host.Editor.PutAsync("doc-" + id, new { title = "员工手册", markdown = "## 年假\n年假十天。\n\n## 病假\n病假二十天。" });
        (await ListedAsync()).GetProperty("state").GetString().ShouldBe("current", "another section changed");

        await Host.Editor.PutAsync("doc-" + id, new { title = "员工手册", markdown = "## 年假\n年假十二天。\n\n## 病假\n病假二十天。" });
        var flagged = await ListedAsync();
        flagged.GetProperty("state").GetString().ShouldBe("sourceChanged");
        flagged.GetProperty("changedSources").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe($"doc-{id}#年假");

        (await (await PutAsync(body)).JsonAsync()).Revision().ShouldBe(2);
        (await ListedAsync()).GetProperty("state").GetString().ShouldBe("current");

        await Host.Editor.DeleteAsync(Api.Document("doc-" + id));
        (await ListedAsync()).GetProperty("state").GetString().ShouldBe("sourceChanged");
    }

    [Theory]
    [InlineData("""{"answer":"x"}""", "question")]
    [InlineData("""{"question":"q"}""", "answer")]
    [InlineData("""{"question":"q","answer":"  "}""", "answer")]
    [InlineData("""{"question":"a\nb","answer":"x"}""", "question")]
    [InlineData("""{"question":"q","answer":"x","paraphrases":"p"}""", "paraphrases")]
    [InlineData("""{"question":"q","answer":"x","paraphrases":["a\nb"]}""", "paraphrases")]
    [InlineData("""{"question":"q","answer":"x [1]"}""", "sources")]
    [InlineData("""{"question":"q","answer":"x","sources":["no such document"]}""", "sources")]
    [InlineData("""{"question":"q","answer":"x","sources":["nothing-of-this-name"]}""", "sources")]
    [InlineData("""{"question":"q","answer":"x","audience":"me"}""", "audience")]
    [InlineData("""{"question":"q","answer":"x","expiresAt":"soon"}""", "expiresAt")]
    [InlineData("""{"question":"q","answer":"x","editor":"me"}""", "editor")]
    public async Task A_wrong_field_is_named(string body, string field)
    {
        var response = await Host.Editor.PutAsync(Route, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        (await response.ProblemAsync(HttpStatusCode.BadRequest)).GetProperty("errors").EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe(field);
    }

    [Fact]
    public async Task An_answer_that_names_a_heading_that_is_not_there_is_refused()
    {
        await Host.Editor.PutAsync("doc-" + id, new { title = "员工手册", markdown = "## 年假\n年假十天。" });

        await (await PutAsync(new { question = "q", answer = "x", sources = new[] { $"doc-{id}#病假" } })).ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Only_editors_see_and_write_answers()
    {
        await (await Host.Visitor.GetAsync("/api/knowledge/answers")).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await Host.Visitor.PutAsJsonAsync(Route, new { question = "q", answer = "x" })).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_answer_is_no_document()
    {
        await PutAsync(new { question = $"暗号{id}是什么？", answer = "没有暗号。", audience = "everyone" });

        (await Host.Visitor.FindAsync($"暗号{id}是什么？")).ShouldNotContain(id);
        (await Host.Editor.GetAsync(Api.Document(id))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpResponseMessage> PutAsync(object body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Route) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await Host.Editor.SendAsync(request);
    }

    private async Task<JsonElement> ListedAsync()
    {
        var all = new List<JsonElement>();
        for (var next = "0"; next is not null;)
        {
            var page = await (await Host.Editor.GetAsync($"/api/knowledge/answers?limit=2&cursor={next}")).JsonAsync();
            all.AddRange(page.GetProperty("answers").EnumerateArray());
            next = page.GetProperty("next").GetString();
        }
        return all.Single(answer => answer.GetProperty("id").GetString() == id);
    }
}
