using System.Diagnostics;
using System.Net;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.StandIns.Feishu;

/// <summary>What a test can make go wrong, and the ordinary cards of an app that has no other.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const string Finished =
        """{"schema":"2.0","body":{"elements":[{"tag":"markdown","element_id":"answer","content":"十天。"}]}}""";

    private readonly AMessage question = AMessage.InDirectChat().Saying("年假有几天？");
    private FeishuPlatform platform = null!;
    private PlatformClient client = null!;

    public async Task InitializeAsync()
    {
        platform = await FeishuPlatform.StartAsync();
        client = await new PlatformClient(platform).LogInAsync();
        platform.Take(question.ToEvent(platform.Options));
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task A_planned_failure_comes_with_its_headers_as_often_as_planned()
    {
        var headers = new Dictionary<string, string> { ["x-ogw-ratelimit-reset"] = "7" };
        platform.FailNext("GET /open-apis/bot/v3/info", count: 2, status: 429, code: 99991400, headers: headers);
        using var http = new HttpClient { BaseAddress = platform.BaseUrl };
        using var response = await http.GetAsync("/open-apis/bot/v3/info");
        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.GetValues("x-ogw-ratelimit-reset").ShouldBe(["7"]);
        (await InfoAsync()).ShouldBe(99991400);
        (await InfoAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_delay_holds_the_call_up_and_then_lets_it_through()
    {
        platform.DelayNext("/open-apis/bot/v3/info", TimeSpan.FromMilliseconds(200));
        var started = Stopwatch.GetTimestamp();
        (await InfoAsync()).ShouldBe(0);
        Stopwatch.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(190));
    }

    [Fact]
    public async Task A_reset_connection_has_no_effect_unless_told_so()
    {
        platform.ResetNext("/open-apis/im/v1/messages/*/reply");
        await Should.ThrowAsync<HttpRequestException>(() => client.SayAsync(question.MessageId, "hi"));
        platform.RepliesTo(question.MessageId).ShouldBeEmpty();
        platform.Calls[^1].Code.ShouldBe(-1);
    }

    [Fact]
    public async Task A_wrong_secret_gets_no_token()
    {
        var login = new { app_id = platform.Options.AppId, app_secret = "guess" };
        var answer = await client.PostAsync("auth/v3/tenant_access_token/internal", login);
        answer.Code().ShouldBe(10014);
        answer.TryGetProperty("tenant_access_token", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_ordinary_card_is_finished_by_updating_its_message()
    {
        var open = CardSamples.Above(Finished, """{"tag":"markdown","element_id":"status","content":"…"}""");
        var reply = await client.PostAsync($"im/v1/messages/{question.MessageId}/reply", new { msg_type = "interactive", content = open });
        var waiting = platform.CardFinishedAsync(question.MessageId);
        waiting.IsCompleted.ShouldBeFalse();
        var id = reply.GetProperty("data").GetProperty("message_id").GetString();
        (await client.PatchAsync($"im/v1/messages/{id}", new { content = Finished })).Code().ShouldBe(0);
        (await waiting).Answer.ShouldBe("十天。");
        (await platform.NextReplyAsync(question.MessageId)).Replaced.ShouldBe([open]);
    }

    [Fact]
    public async Task The_message_of_an_entity_is_not_updated_past_CardKit()
    {
        var reply = await client.ReplyAsync(question.MessageId, await client.CreateCardAsync(), "u");
        var id = reply.GetProperty("data").GetProperty("message_id").GetString();
        (await client.PatchAsync($"im/v1/messages/{id}", new { content = Finished })).Code().ShouldBe(230001);
        platform.Violations.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_card_that_is_too_large_is_refused_by_messages_and_by_CardKit()
    {
        var large = CardSamples.With(CardSamples.Markdown(new string('a', 31_000)));
        var reply = new { msg_type = "interactive", content = large };
        (await client.PostAsync($"im/v1/messages/{question.MessageId}/reply", reply)).Code().ShouldBe(230025);
        (await client.PostAsync("cardkit/v1/cards", new { type = "card_json", data = large })).Code().ShouldBe(200860);
        platform.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_text_is_streamed_and_a_tag_stays_what_it_is()
    {
        var card = await client.CreateCardAsync(CardSamples.Above(CardSamples.Streaming, """{"tag":"hr","element_id":"line"}"""));
        (await client.StreamAsync(card, 1, "a", element: "line")).Code().ShouldBe(300310);
        (await client.StreamAsync(card, 2, "a", element: "nowhere")).Code().ShouldBe(300313);
        var change = new { partial_element = """{"tag":"hr"}""", sequence = 3 };
        (await client.PatchAsync($"cardkit/v1/cards/{card}/elements/answer", change)).Code().ShouldBe(300312);
    }

    [Fact]
    public async Task What_does_not_come_is_told_with_the_last_calls()
    {
        await InfoAsync();
        var reply = platform.NextReplyAsync(question.MessageId, TimeSpan.FromMilliseconds(50));
        var exception = await Should.ThrowAsync<TimeoutException>(() => reply);
        exception.Message.ShouldContain("GET /open-apis/bot/v3/info -> 200/0");
    }

    private async Task<int> InfoAsync() => (await client.SendAsync(HttpMethod.Get, "bot/v3/info", null)).Code();
}
