using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Numbers;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Desk.Numbers;

public sealed class NumbersPageOnTheEmbeddedStore() : NumbersPageTests(string.Empty);

public sealed class NumbersPageOnRedis : NumbersPageTests, IDisposable
{
    private readonly RedisServer server;

    public NumbersPageOnRedis()
        : this(RedisServer.Start())
    {
    }

    private NumbersPageOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}

/// <summary>What is asked, by whichever door, is on the desk's charts.</summary>
public abstract partial class NumbersPageTests(string redis) : FrontDoor.FrontDoor(redis)
{
    [Fact]
    public async Task Questions_from_every_door_are_counted_once_with_their_waits_and_votes()
    {
        var bot = await StartKnowingLeaveAsync("--Feishu:MonthlyCalls=10000");
        await bot.KnowsAsync("sick", "病假制度", "## 病假\n病假需要提供医院证明。");
        const string Unknown = "Who won the 1998 football world cup final?";
        Model.Otherwise = request => ModelReply.Says(request.Stream ? "病假需要证明。[1]" : request.User.Contains(Unknown, StringComparison.Ordinal) ? Unknown : "病假有哪些规定？");
        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("病假需要什么？"));
        using var asked = await bot.Http.PostAsJsonAsync("/api/ask", new { question = "病假需要什么？" });
        asked.EnsureSuccessStatusCode();
        (await bot.Http.GetStringAsync("/?q=" + Uri.EscapeDataString(Unknown))).ShouldNotBeEmpty();
        await Eventually.TrueAsync(async () => await CountAsync(bot, numbers => numbers.Asked) == 3);
        await bot.Delivery.ClickAsync(ACardAction.On(card).Pressing(card.Button("vote_up")));
        await bot.Delivery.ClickAsync(ACardAction.On(card).Pressing(card.Button("vote_down")));
        await Eventually.TrueAsync(async () => await CountAsync(bot, numbers => numbers.Unhelpful) == 1);

        // The same in other words is no further question.
        await bot.Delivery.ClickAsync(ACardAction.On(card).Pressing(card.Button("regenerate")));
        await Eventually.TrueAsync(async () => Platform.Calls.Count(call => call.Path.EndsWith("/reply", StringComparison.Ordinal)) > 1);
        using var desk = await DeskClient.SignInAsync(bot);
        var page = await desk.PageAsync("/desk/numbers?days=7");

        Regex.Match(page, "[0-9]+ asked: [^<]+").Value.ShouldBe("3 asked: 2 answered (67%), 1 not found.");
        page.ShouldContain("1 voted, 0% of them found it helpful");
        page.ShouldContain("Feishu 1");
        page.ShouldContain("of 10,000 (");
        var day = await TodayAsync(bot);
        (day.Asked, day.Finished.Count, day.Helpful, day.Doors.Count).ShouldBe((3, 3, 0, 3));
        day.FirstWords.Percentile(1)!.Value.ShouldBeLessThanOrEqualTo(day.Finished.Percentile(1)!.Value);
        Charts(page).ShouldBe(["questions", "helpful", "doors", "first-words", "finished", "calls", "knowledge"]);
        page.ShouldContain("Documents now: 2");
        (await TodayAsync(bot)).Knowledge.ShouldNotBeNull("noted at the start");
    }

    [Fact]
    public async Task A_fresh_installation_is_told_what_will_be_here()
    {
        var bot = await StartAsync("--Feishu:AppId=");
        using var desk = await DeskClient.SignInAsync(bot);

        var page = await desk.PageAsync("/desk/numbers");

        page.ShouldContain("Nobody has asked anything in this time");
        Charts(page).ShouldBeSubsetOf(["knowledge"]);
        WebUtility.HtmlDecode(page).ShouldContain("UTC+08:00");
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("30", 30)]
    [InlineData("90", 90)]
    [InlineData("364", 52)]
    public async Task Every_period_has_its_places_and_its_table(string days, int places)
    {
        var bot = await StartAsync();
        await bot.Service<DailyNumbers>().AnsweredAsync(new(Door.Site, Wenlu.BotHost.Answers.Outcome.Grounded, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)));
        using var desk = new DeskClient(bot.Address) { Language = "zh-CN" };
        await desk.PostAsync("/desk/sign-in/key", new() { ["key"] = Bot.EditorKey });

        var page = await desk.PageAsync("/desk/numbers?days=" + days);

        var questions = page[page.IndexOf("id=\"questions\"", StringComparison.Ordinal)..page.IndexOf("id=\"helpful\"", StringComparison.Ordinal)];
        Regex.Count(questions, "class=\"slot\"").ShouldBe(places);
        Regex.Count(questions, "<th scope=\"row\"").ShouldBe(places);
        questions.ShouldContain("1 个问题：1 个有回答（100%），0 个没找到答案。");
        page.ShouldContain("还没有人反馈");
        page.ShouldNotContain(" style=");
    }

    [Fact]
    public async Task A_period_that_nobody_offers_is_not_found()
    {
        using var desk = await DeskClient.SignInAsync(await StartAsync());
        (await desk.GetAsync("/desk/numbers?days=13")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<PeriodNumbers> TodayAsync(Bot bot)
    {
        var numbers = bot.Service<DailyNumbers>();
        return PeriodNumbers.Sum([.. await numbers.ReadAsync(numbers.Today, 2)]);
    }

    private static async Task<long> CountAsync(Bot bot, Func<PeriodNumbers, long> count) => count(await TodayAsync(bot));

    private static IEnumerable<string> Charts(string page) => Figures().Matches(page).Select(match => match.Groups[1].Value);

    [GeneratedRegex("<figure class=\"chart[^\"]*\" aria-labelledby=\"([^\"]+)\"")]
    private static partial Regex Figures();
}
