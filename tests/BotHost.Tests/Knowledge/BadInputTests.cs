using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Wenlu.BotHost.Tests.Knowledge;

/// <summary>What is wrong with a submission is said by field and line, in the reader's language, and changes nothing.</summary>
public sealed class BadInputTests(KnowledgeOnRedis knowledge) : IClassFixture<KnowledgeOnRedis>
{
    private readonly IKnowledgeFixture knowledge = knowledge;

    private HttpClient Editor => knowledge.Host.Editor;

    [Theory]
    [InlineData("""{"markdown":"m"}""", "title")]
    [InlineData("""{"title":"  ","markdown":"m"}""", "title")]
    [InlineData("""{"title":7,"markdown":"m"}""", "title")]
    [InlineData("""{"title":"a\nb","markdown":"m"}""", "title")]
    [InlineData("""{"title":"t"}""", "markdown")]
    [InlineData("""{"title":"t","markdown":null}""", "markdown")]
    [InlineData("""{"title":"t","markdown":["m"]}""", "markdown")]
    [InlineData("""{"title":"t","markdown":"\ud800"}""", "markdown")]
    [InlineData("""{"title":"t","markdown":"m","url":"ftp://a/b"}""", "url")]
    [InlineData("""{"title":"t","markdown":"m","url":"//evil.example"}""", "url")]
    [InlineData("""{"title":"t","markdown":"m","url":"javascript:alert(1)"}""", "url")]
    [InlineData("""{"title":"t","markdown":"m","url":"/\\evil.example"}""", "url")]
    [InlineData("""{"title":"t","markdown":"m","url":"page.html"}""", "url")]
    [InlineData("""{"title":"t","markdown":"m","tags":"a"}""", "tags")]
    [InlineData("""{"title":"t","markdown":"m","tags":["a",""]}""", "tags")]
    [InlineData("""{"title":"t","markdown":"m","tags":[1]}""", "tags")]
    [InlineData("""{"title":"t","markdown":"m","updatedAt":"yesterday"}""", "updatedAt")]
    [InlineData("""{"title":"t","markdown":"m","updatedAt":1700000000}""", "updatedAt")]
    [InlineData("""{"title":"t","markdown":"m","updatedAt":"2026-02-30"}""", "updatedAt")]
    [InlineData("""{"title":"t","markdown":"m","audience":"all"}""", "audience")]
    [InlineData("""{"title":"t","markdown":"m","audience":{}}""", "audience")]
    [InlineData("""{"title":"t","markdown":"m","audience":["tenant"]}""", "audience")]
    [InlineData("""{"title":"t","markdown":"m","audience":{"chats":["ou_1"]}}""", "audience.chats")]
    [InlineData("""{"title":"t","markdown":"m","audience":{"users":"ou_1"}}""", "audience.users")]
    [InlineData("""{"title":"t","markdown":"m","audience":{"groups":["oc_1"]}}""", "audience.groups")]
    [InlineData("""{"title":"t","markdown":"m","titel":"x"}""", "titel")]
    public async Task A_bad_field_is_named(string body, string field)
    {
        var problem = await (await Editor.PutTextAsync("bad", body, "application/json")).ProblemAsync(HttpStatusCode.BadRequest);

        problem.GetProperty("errors").GetProperty(field)[0].GetString().ShouldNotBeNullOrWhiteSpace();
        (await Editor.GetAsync(Api.Document("bad"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task All_bad_fields_are_named_at_once()
    {
        var problem = await (await Editor.PutTextAsync("bad", """{"title":"","url":"x","tags":1}""", "application/json")).ProblemAsync(HttpStatusCode.BadRequest);

        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe(["title", "url", "tags", "markdown"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("[]", 1)]
    [InlineData("{\n\"title\":\n}", 3)]
    [InlineData("{\"title\":\"a\",\n\"title\":\"b\"}", null)]
    [InlineData("{\"title\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}", 1)]
    public async Task Malformed_JSON_is_refused_with_its_line(string body, int? line)
    {
        var problem = await (await Editor.PutTextAsync("bad", body, "application/json")).ProblemAsync(HttpStatusCode.BadRequest);

        var named = problem.GetProperty("line").GetInt32();
        named.ShouldBe(line ?? named);
    }

    [Theory]
    [InlineData("application/json", "{\"title\":\"t\",\n\"markdown\":\"~\"}", 2)]
    [InlineData("text/markdown", "# a\n\nb ~\n", 3)]
    public async Task Bytes_that_are_not_UTF_8_are_refused_with_their_line(string mediaType, string body, int line)
    {
        var bytes = Encoding.UTF8.GetBytes(body).Select(value => value == '~' ? (byte)0xFF : value).ToArray();
        var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };

        var problem = await (await Editor.PutAsync("bad", content, null, null)).ProblemAsync(HttpStatusCode.BadRequest);

        problem.GetProperty("line").GetInt32().ShouldBe(line);
    }

    [Theory]
    [InlineData("---\ntitle: a\nno end", 1)]
    [InlineData("---\ntitle: [a\n---\ntext", null)]
    [InlineData("---\n- a\n- b\n---\ntext", 2)]
    [InlineData("---\ntitle: a\ntitle: b\n---\ntext", 3)]
    public async Task Malformed_front_matter_is_refused_with_its_line(string text, int? line)
    {
        var problem = await (await Editor.PutTextAsync("bad", text, "text/markdown")).ProblemAsync(HttpStatusCode.BadRequest);

        var named = problem.GetProperty("line").GetInt32();
        named.ShouldBe(line ?? named);
        named.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=gbk")]
    [InlineData("application/xml")]
    public async Task Another_content_type_is_refused(string contentType)
    {
        var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        await (await Editor.PutAsync("bad", content, null, null)).ProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "请求有误")]
    [InlineData("fr, en;q=0.5, zh;q=0.4", "The request is not valid")]
    [InlineData("*", "The request is not valid")]
    public async Task The_problem_is_told_in_the_readers_language(string accepted, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Api.Document("bad")) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);

        var problem = await (await Editor.SendAsync(request)).ProblemAsync(HttpStatusCode.BadRequest);

        problem.GetProperty("title").GetString().ShouldBe(title);
    }
}
