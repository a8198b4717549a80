using System.Net;
using System.Net.Http.Json;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.BotHost.Tests.Knowledge;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>How often one address may ask, and what it is told then.</summary>
public sealed class AskLimitTests
{
    private const string TrustsProxy = "--ForwardedHeaders_Enabled=true";

    [Fact]
    public async Task A_number_holds_for_pages_and_programs_and_never_for_editors()
    {
        await using var site = await LimitedSite.StartAsync(perMinute: 2);
        foreach (var expected in (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests])
            (await site.Bot.Http.GetAsync("/?q=abc")).StatusCode.ShouldBe(expected);
        (await site.Bot.Http.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK, "the page itself costs nothing");
        foreach (var expected in (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.OK])
            (await AskAsync(site.Bot)).StatusCode.ShouldBe(expected);
        using var refused = await AskAsync(site.Bot);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(30));
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        foreach (var _ in Enumerable.Range(0, 4))
            (await site.Bot.EditAsync(HttpMethod.Post, "/api/ask", new { question = "abc" })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Unset_a_visitor_from_elsewhere_is_limited_on_the_pages_only()
    {
        await using var site = await LimitedSite.StartAsync(perMinute: null, TrustsProxy);

        var answers = await StatusesAsync(site.Bot, 24, "203.0.113.7");

        answers.Count(status => status == HttpStatusCode.OK).ShouldBeInRange(20, 23);
        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        (await StatusesAsync(site.Bot, 1, "203.0.113.8")).ShouldBe([HttpStatusCode.OK]);
        (await StatusesAsync(site.Bot, 24, "127.0.0.1")).ShouldAllBe(status => status == HttpStatusCode.OK, "a proxy beside the service speaks for everybody");
        foreach (var _ in Enumerable.Range(0, 24))
            (await AskAsync(site.Bot, "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_to_wait_reads_how_long_and_finds_the_question_in_the_box()
    {
        await using var site = await LimitedSite.StartAsync(perMinute: 1);
        await site.ExhaustAsync();

        using var response = await site.Bot.Http.GetAsync("/?q=" + Uri.EscapeDataString("\"年假\""));

        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(60));
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("<h1>That was a little fast</h1>");
        page.ShouldContain("in 60 seconds");
        page.ShouldContain("value=\"&quot;年假&quot;\"");
    }

    private static async Task<List<HttpStatusCode>> StatusesAsync(Bot bot, int count, string address)
    {
        var statuses = new List<HttpStatusCode>();
        for (var asked = 0; asked < count; asked++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/?q=abc") { Headers = { { "X-Forwarded-For", address } } };
            using var response = await bot.Http.SendAsync(request);
            statuses.Add(response.StatusCode);
        }

        return statuses;
    }

    private static async Task<HttpResponseMessage> AskAsync(Bot bot, string? address = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "abc" }) };
        if (address is not null)
            request.Headers.Add("X-Forwarded-For", address);
        return await bot.Http.SendAsync(request);
    }
}
