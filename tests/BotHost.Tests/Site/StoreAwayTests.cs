using System.Net;
using System.Net.Http.Json;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.BotHost.Tests.Knowledge;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Site;

public sealed class StoreAwayTests
{
    [Fact]
    public async Task While_the_store_is_away_programs_get_a_problem_and_people_a_page()
    {
        using var redis = RedisServer.Start();
        await using var platform = await FeishuPlatform.StartAsync(new());
        await using var model = await ScriptedModel.StartAsync();
        await using var bot = await Bot.StartAsync(platform, model, redis.ConnectionString, settings: ["--Feishu:AppId="]);
        redis.Kill();

        (await bot.Http.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK, "what can be asked is known without the store");

        await (await bot.Http.PostAsJsonAsync("/api/ask", new { question = "年假有几天？" })).ProblemAsync(HttpStatusCode.ServiceUnavailable);
        (await bot.Http.GetAsync("/questions")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var path in (string[])["/?q=kept", "/documents/a"])
        {
            using var page = await bot.Http.GetAsync(path);
            page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, path);
            page.Headers.RetryAfter.ShouldNotBeNull();
            var html = await page.Content.ReadAsStringAsync();
            html.ShouldContain("<h1>One moment, please</h1>");
            html.Contains("value=\"kept\"", StringComparison.Ordinal).ShouldBe(path != "/documents/a", path);
        }

        using var stream = new HttpRequestMessage(HttpMethod.Post, "/ask/stream") { Content = new FormUrlEncodedContent([new("q", "a")]) };
        stream.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var away = await bot.Http.SendAsync(stream);
        away.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        away.Headers.RetryAfter.ShouldNotBeNull();
    }
}
