using System.Net;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Audit;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Desk.Feedback;

/// <summary>What people say of answers, at the desk.</summary>
public abstract class FeedbackDeskTests(string redis) : DeskBench(redis)
{
    [Fact]
    public async Task Votes_and_words_are_gathered_by_question_from_cards_and_pages_and_name_nobody()
    {
        var desk = await OpenAsync();
        (await desk.PageAsync("/desk/feedback")).ShouldContain("No feedback yet.");
        var card = await AnsweredAsync(InGroup("病假要证明吗？"), "需要。[1]");
        await Bot.Delivery.ClickAsync(ACardAction.On(card).Pressing(card.Button("vote_up")));
        await Bot.Delivery.ClickAsync(ACardAction.On(card).By(Somebody).Pressing(card.Button("vote_down")));
        await SayAsync(card, "outdated", "去年改过了");
        await PublishAsync();
        await VoteAsync("annual-leave", "down");

        var all = WebUtility.HtmlDecode(await desk.PageAsync("/desk/feedback"));

        all.IndexOf(Leave, StringComparison.Ordinal).ShouldBeInRange(0, all.IndexOf("病假要证明吗？", StringComparison.Ordinal), "the newest vote comes first");
        foreach (var part in (string[])["cards: liked 1 · disliked 1", "It is outdated: 去年改过了", "site: useful 0 · not useful 1", "href=\"https://wiki.example.com/leave-policy\"", "/desk/published/annual-leave"])
            all.ShouldContain(part);
        foreach (var secret in (string[])[AMessage.SomeUser, AMessage.SomeGroup, Somebody])
            all.ShouldNotContain(secret);
        (await desk.PageAsync("/desk/feedback?kind=written")).ShouldNotContain(Leave);
        (await desk.PageAsync("/desk/feedback?q=" + Uri.EscapeDataString("改过"))).ShouldContain("病假要证明吗？");
        (await desk.PageAsync("/desk/feedback?q=" + Uri.EscapeDataString("停车"))).ShouldContain("No feedback matches.");
        // 👎 on a card puts the question up by itself.
        all.ShouldContain($"/desk/questions/{(await Bot.Service<GapStore>().ListAsync()).Single().Id}");
    }

    [Fact]
    public async Task From_feedback_an_editor_goes_on_to_an_answer()
    {
        var desk = await OpenAsync();
        await PublishAsync();
        await VoteAsync("annual-leave", "down");

        var gap = await DoneAsync(desk, desk.SubmitAsync("/desk/feedback/raise", ("question", Leave)), "It waits for an answer now.");

        gap.ShouldContain("action=\"/desk/questions/");
        (await desk.PageAsync("/desk/questions?kind=disliked")).ShouldContain(Leave);
        (await desk.PageAsync("/desk/feedback")).ShouldContain("It waits already");
        (await LogAsync())[0].ShouldBe(("tester", AuditAction.Raised, Leave));
        var id = (await Bot.Service<GapStore>().ListAsync()).Single().Id;
        await desk.SubmitAsync($"/desk/questions/{id}/discard");
        await DoneAsync(desk, desk.SubmitAsync("/desk/feedback/raise", ("question", Leave)), "It waits for an answer now.");
        (await Bot.Service<GapStore>().ListAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(raised => raised.State.ShouldBe(GapState.Open), raised => raised.Count.ShouldBe(1));
    }

    private Task<HttpResponseMessage> SayAsync(FinishedCard card, string reason, string comment) => Bot.Delivery.ClickAsync(ACardAction.On(card).By(Somebody)
        .Sending(new JsonObject { ["action"] = "reason", ["answer_id"] = card.Button("vote_down").Value!["answer_id"]!.GetValue<string>() })
        .Filling(new JsonObject { ["reason"] = reason, ["comment"] = comment }));

    private async Task PublishAsync() => (await Bot.EditAsync(
        HttpMethod.Put, "/api/questions/annual-leave", new { question = Leave, answer = "年假十天。[1]", sources = new[] { "leave-policy#年假" } })).EnsureSuccessStatusCode();
}

public sealed class FeedbackDeskOnTheEmbeddedStore() : FeedbackDeskTests(string.Empty);

public sealed class FeedbackDeskOnRedis : FeedbackDeskTests, IDisposable
{
    private readonly RedisServer server;

    public FeedbackDeskOnRedis()
        : this(RedisServer.Start())
    {
    }

    private FeedbackDeskOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}
