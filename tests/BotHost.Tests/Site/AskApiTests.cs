using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.BotHost.Tests.Knowledge;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Site;

public sealed class AskApiTests(SeededSite site) : IClassFixture<SeededSite>
{
    private const string EventStream = "text/event-stream";

    [Fact]
    public async Task An_answer_is_shown_as_the_contract_has_it()
    {
        site.Model.Then(ModelReply.Says("Token 是模型处理文本的最小单位。[1]"));

        var json = await (await site.AskAsync(new { question = "token 是什么？" })).JsonAsync();

        Names(json).ShouldBe(["outcome", "answer", "references", "related", "conversationId"]);
        json.GetProperty("outcome").GetString().ShouldBe("grounded");
        json.GetProperty("answer").GetString().ShouldBe("Token 是模型处理文本的最小单位。[1]");
        var reference = json.GetProperty("references").EnumerateArray().ShouldHaveSingleItem();
        Names(reference).ShouldBe(["number", "documentId", "title", "headings", "text", "url", "updatedAt"]);
        reference.GetProperty("number").GetInt32().ShouldBe(1);
        reference.GetProperty("url").GetString().ShouldStartWith("/documents/");
        foreach (var related in json.GetProperty("related").EnumerateArray())
        {
            Names(related).ShouldBe(["question", "url"]);
            (await site.Http.GetAsync(related.GetProperty("url").GetString())).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        json.GetProperty("related").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_question_the_knowledge_base_does_not_answer_is_not_found()
    {
        var json = await (await site.AskAsync(new { question = "Who won the 1998 football world cup final?" })).JsonAsync();

        json.GetProperty("outcome").GetString().ShouldBe("notFound");
        json.GetProperty("references").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_model_that_writes_nothing_of_use_makes_the_answer_extractive()
    {
        site.Model.Then(ModelReply.Says("zzz"));

        var json = await (await site.AskAsync(new { question = "温度参数是什么意思？" })).JsonAsync();

        json.GetProperty("outcome").GetString().ShouldBe("extractive");
    }

    [Fact]
    public async Task The_deltas_of_a_stream_put_together_are_the_answer()
    {
        site.Model.Then(ModelReply.Says("**零件**：词元 🧭 是模型读写的单位。[1]\n\n- 一个汉字约一个词元。[2]").ToAStream().Cut(1, 3, 2));

        var events = await StreamAsync("token 和汉字是什么关系？");

        events[0].EventType.ShouldBe("status");
        Json(events[0]).GetProperty("status").GetString().ShouldBe("searching");
        events[^1].EventType.ShouldBe("done");
        var done = Json(events[^1]);
        Names(done).ShouldBe(["outcome", "answer", "references", "related", "conversationId"]);
        var deltas = events.Where(item => item.EventType == "delta").Select(Json).ToList();
        deltas.Count.ShouldBeGreaterThan(3);
        deltas.ShouldAllBe(delta => Names(delta).SequenceEqual(new[] { "text" }));
        string.Concat(deltas.Select(delta => delta.GetProperty("text").GetString())).TrimEnd().ShouldBe(done.GetProperty("answer").GetString());
        events.Select(item => item.EventType).Distinct().ShouldBe(["status", "delta", "done"]);
    }

    [Fact]
    public async Task An_answer_that_no_model_writes_comes_as_one_delta()
    {
        var events = await StreamAsync("Who won the 1998 football world cup final?");

        events.Select(item => item.EventType).ShouldBe(["status", "delta", "done"]);
        Json(events[1]).GetProperty("text").GetString().ShouldBe(Json(events[2]).GetProperty("answer").GetString());
    }

    [Fact]
    public async Task A_follow_up_is_asked_in_its_conversation()
    {
        site.Model.Then(ModelReply.Says("LoRA 只训练很小的矩阵。[1]"));
        var first = await (await site.AskAsync(new { question = "LoRA 训练的是什么？" })).JsonAsync();
        var conversation = first.GetProperty("conversationId").GetString();
        site.Model.Then(ModelReply.Says("LoRA 需要多少显存？"), ModelReply.Says("比全量微调少得多。[1]"));

        var second = await (await site.AskAsync(new { question = "那显存呢？", conversationId = conversation })).JsonAsync();

        second.GetProperty("conversationId").GetString().ShouldBe(conversation);
        site.Model.Requests.ShouldContain(request => request.User.Contains("LoRA 训练的是什么？", StringComparison.Ordinal)
            && request.User.Contains("那显存呢？", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{}""", "question")]
    [InlineData("""{"question":null}""", "question")]
    [InlineData("""{"question":"  "}""", "question")]
    [InlineData("""{"question":7}""", "question")]
    [InlineData("""{"question":"a\ud800"}""", "question")]
    [InlineData("""{"question":"a","conversationId":"a b"}""", "conversationId")]
    [InlineData("""{"question":"a","conversationId":""}""", "conversationId")]
    [InlineData("""{"question":"a","conversationId":5}""", "conversationId")]
    [InlineData("""{"question":"a","model":"gpt"}""", "model")]
    [InlineData("""{"Question":"a"}""", "Question", "question")]
    public async Task A_wrong_field_is_named(string body, params string[] fields)
    {
        var problem = await (await site.AskTextAsync(body)).ProblemAsync(HttpStatusCode.BadRequest);

        Names(problem.GetProperty("errors")).ShouldBe(fields);
    }

    [Fact]
    public async Task A_question_of_4000_characters_is_the_longest()
    {
        var problem = await (await site.AskAsync(new { question = new string('a', 4_001) })).ProblemAsync(HttpStatusCode.BadRequest);
        Names(problem.GetProperty("errors")).ShouldBe(["question"]);

        (await site.AskAsync(new { question = new string('问', 4_000) })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"question\"")]
    [InlineData("""{"question":"a","question":"b"}""")]
    public async Task A_body_that_is_no_object_is_refused(string body) => await (await site.AskTextAsync(body)).ProblemAsync(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Another_content_type_is_refused() =>
        await (await site.AskTextAsync("""{"question":"a"}""", "text/plain")).ProblemAsync(HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task A_body_that_is_too_large_is_refused() =>
        await (await site.AskTextAsync(new string(' ', 40_000))).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task A_wrong_key_is_refused_rather_than_taken_for_none() =>
        await (await site.AskAsync(new { question = "a" }, key: "nobodys-key-0123456789")).ProblemAsync(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Another_method_is_not_allowed() => (await site.Http.GetAsync("/api/ask")).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);

    [Fact]
    public async Task An_editor_is_answered_from_everything_and_a_visitor_from_what_is_public()
    {
        await site.Bot.KnowsAsync("ibis", "巡护手册", "朱鹮保护区巡护每周三次。", "tenant");
        site.Model.Then(ModelReply.Says("每周三次。[1]"));

        var visitor = await (await site.AskAsync(new { question = "朱鹮保护区巡护几次？" })).JsonAsync();
        var editor = await (await site.AskAsync(new { question = "朱鹮保护区巡护几次？" }, key: Bot.EditorKey)).JsonAsync();

        visitor.GetRawText().ShouldNotContain("巡护手册");
        editor.GetProperty("references")[0].GetProperty("documentId").GetString().ShouldBe("ibis");
    }

    [Fact]
    public async Task Who_hangs_up_stops_the_model()
    {
        var before = site.Model.Abandoned;
        site.Model.Then(ModelReply.SaysInPieces("提示词", "注入").ToAStream().StallingAfter(1));
        using (var response = await OpenAsync("什么是提示词注入？"))
        {
            await using var stream = await response.Content.ReadAsStreamAsync();
            await foreach (var item in SseParser.Create(stream).EnumerateAsync())
            {
                if (item.EventType == "delta")
                    break;
            }
        }

        await Eventually.TrueAsync(() => site.Model.Abandoned > before);
    }

    private async Task<List<SseItem<string>>> StreamAsync(string question)
    {
        using var response = await OpenAsync(question);
        await using var stream = await response.Content.ReadAsStreamAsync();
        return await SseParser.Create(stream).EnumerateAsync().ToListAsync();
    }

    private async Task<HttpResponseMessage> OpenAsync(string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = System.Net.Http.Json.JsonContent.Create(new { question }) };
        request.Headers.Accept.ParseAdd(EventStream);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        var response = await site.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(EventStream);
        response.Content.Headers.ContentEncoding.ShouldBe(["identity"], "a stream that waits for a full block to compress is no stream");
        return response;
    }

    private static JsonElement Json(SseItem<string> item) => JsonElement.Parse(item.Data);

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
