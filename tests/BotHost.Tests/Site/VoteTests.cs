using System.Net;
using System.Xml.Linq;
using Wenlu.BotHost.Tests.FrontDoor;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>What readers say of an answer stands in the store, whichever it is, as long as the question does.</summary>
public abstract class VoteTests : FrontDoor.FrontDoor
{
    private protected VoteTests(string redis)
        : base(redis)
    {
    }

    [Fact]
    public async Task A_vote_counts_once_can_be_changed_and_outlives_a_restart()
    {
        var bot = await StartPublishedAsync();
        var voter = await VoteAsync(bot, "up");
        await VoteAsync(bot, "up", voter);
        await VoteAsync(bot, "up");
        (await bot.Http.GetStringAsync("/questions/leave")).ShouldContain("Yes · 2<");

        await StopAsync(bot);
        var again = await StartAsync();

        await Fixtures.Eventually.TrueAsync(async () => (await again.Http.GetStringAsync("/questions/leave")).Contains("Yes · 2<", StringComparison.Ordinal));
        await VoteAsync(again, "down", voter);
        (await again.Http.GetStringAsync("/questions/leave")).ShouldContain("Yes · 1<");
    }

    [Fact]
    public async Task A_question_that_is_withdrawn_takes_its_votes_with_it()
    {
        var bot = await StartPublishedAsync();
        var voter = await VoteAsync(bot, "up");
        (await bot.EditAsync(HttpMethod.Delete, "/api/questions/leave")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await bot.PublishesAsync("leave", "年假有几天？", "年假十天。[1]", "leave-policy");

        await VoteAsync(bot, "down", voter);

        (await bot.Http.GetStringAsync("/questions/leave")).ShouldNotContain("Yes · ");
    }

    [Fact]
    public async Task The_most_useful_is_first_where_that_is_asked_and_the_newest_in_the_feed()
    {
        var bot = await StartPublishedAsync();
        await bot.PublishesAsync("sick", "病假要证明吗？", "需要医院证明。[1]", "leave-policy");
        await VoteAsync(bot, "up");

        (await TitlesAsync(bot, "/questions?sort=useful")).ShouldBe(["年假有几天？", "病假要证明吗？"]);
        (await TitlesAsync(bot, "/questions")).ShouldBe(["病假要证明吗？", "年假有几天？"]);
        var feed = XDocument.Parse(await bot.Http.GetStringAsync("/feed.atom"));
        feed.Descendants().Where(element => element.Name.LocalName == "title").Skip(1).Select(title => title.Value).ShouldBe(["病假要证明吗？", "年假有几天？"]);
    }

    private protected async Task<Bot> StartPublishedAsync()
    {
        var bot = await StartAsync();
        await bot.KnowsAsync("leave-policy", "员工手册", LeavePolicy);
        await bot.PublishesAsync("leave", "年假有几天？", "年假十天。[1]", "leave-policy");
        return bot;
    }

    /// <summary>Returns the voter, who may vote again.</summary>
    private protected static async Task<string> VoteAsync(Bot bot, string vote, string? voter = null)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = bot.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/questions/leave/vote") { Content = new FormUrlEncodedContent([new("vote", vote)]) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (voter is not null)
            request.Headers.Add("Cookie", voter);
        using var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return voter ?? response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static async Task<IEnumerable<string>> TitlesAsync(Bot bot, string path) =>
        HarmlessHtml.Parse(await bot.Http.GetStringAsync(path)).QuerySelectorAll(".questions h2").Select(title => title.TextContent);
}
