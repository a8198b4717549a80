using System.Net.Http.Json;
using System.Text.Json;
using Wenlu.BotHost.Tests.Knowledge;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>What an editor has answered comes before everything that is searched for and written.</summary>
public abstract class OfficialAnswerTests(string redis) : FrontDoor(redis)
{
    private const string Question = "年假有几天？";

    [Theory]
    [InlineData("年假有几天？")]
    [InlineData("請問年假有多少天")]
    [InlineData("一年能休几天")]
    public async Task An_editors_answer_is_given_without_a_model_with_its_editor_date_and_sources(string asked)
    {
        var bot = await StartKnowingLeaveAsync();
        await bot.AnswersOfficiallyAsync("leave", new { question = Question, paraphrases = new[] { "一年能休几天" }, answer = "满一年**十天**，之后每年加一天。[1]", sources = new[] { "leave#年假" } });

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying(asked));

        card.Answer.ShouldContain("之后每年加一天");
        card.TextOf("official").ShouldNotBeNull().ShouldContain("官方回答");
        card.TextOf("official")!.ShouldContain("tester · 20");
        card.AllText.ShouldContain("员工手册 › 年假");
        card.AllText.ShouldNotContain("由 AI 生成");
        card.Buttons.ShouldNotContain(button => button.ElementId == "regenerate");
        card.Buttons.ShouldContain(button => button.ElementId == "vote_up");
        Model.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("实习生的年假有几天？")]
    [InlineData("2024 年的年假有几天？")]
    [InlineData("病假有几天？")]
    [InlineData("年假没有几天？")]
    public async Task A_question_that_differs_in_what_matters_is_searched_for(string asked)
    {
        var bot = await StartKnowingLeaveAsync();
        await bot.AnswersOfficiallyAsync("leave", new { question = Question, answer = "官方说十天。" });
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");

        var card = await bot.AskAsync(AMessage.InDirectChat().Saying(asked));

        card.Element("official").ShouldBeNull();
        card.AllText.ShouldNotContain("官方说");
    }

    [Fact]
    public async Task Who_may_not_read_it_is_answered_as_if_it_did_not_exist()
    {
        var bot = await StartKnowingLeaveAsync();
        await bot.AnswersOfficiallyAsync("leave", new { question = Question, answer = "官方说十天。", audience = new { users = new[] { AMessage.SomeUser } } });
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");

        (await bot.AskAsync(AMessage.InGroup().MentioningBot().Saying(Question))).AllText.ShouldNotContain("官方");
        (await bot.AskAsync(AMessage.InDirectChat().Saying(Question))).Answer.ShouldBe("官方说十天。");
        (await AskSiteAsync(bot)).TryGetProperty("official", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_a_source_that_a_reader_may_not_read_not_even_the_number_is_left()
    {
        var bot = await StartKnowingLeaveAsync();
        await bot.KnowsAsync("public", "公开手册", "年假十天。");
        await bot.AnswersOfficiallyAsync("leave", new { question = Question, answer = "十天[1]，可以顺延[2]。", sources = new[] { "leave", "public" }, audience = "everyone" });

        var answer = await AskSiteAsync(bot);

        answer.GetProperty("outcome").GetString().ShouldBe("grounded");
        answer.GetProperty("answer").GetString().ShouldBe("十天，可以顺延[1]。");
        answer.GetProperty("references").EnumerateArray().ShouldHaveSingleItem().GetProperty("documentId").GetString().ShouldBe("public");
        answer.GetProperty("official").EnumerateObject().Select(member => member.Name).ShouldBe(["editor", "updatedAt"]);
        answer.GetProperty("official").GetProperty("editor").GetString().ShouldBe("tester");
        (await bot.Http.GetStringAsync($"/?q={Uri.EscapeDataString(Question)}")).ShouldContain("Official answer");
    }

    [Fact]
    public async Task It_says_so_when_what_it_rests_on_has_changed_since()
    {
        var bot = await StartKnowingLeaveAsync();
        await bot.AnswersOfficiallyAsync("leave", new { question = Question, answer = "十天。[1]", sources = new[] { "leave#年假" } });
        await bot.KnowsAsync("leave", "员工手册", "## 年假\n年假十五天。", "tenant");

        (await bot.AskAsync(AMessage.InDirectChat().Saying(Question))).Answer.ShouldContain("在它写成之后有变动");
    }

    [Fact]
    public async Task One_that_has_expired_is_not_given_any_more()
    {
        var bot = await StartKnowingLeaveAsync();
        await bot.AnswersOfficiallyAsync("leave", new { question = Question, answer = "官方说十天。", expiresAt = DateTimeOffset.UtcNow.AddSeconds(-1).ToString("yyyy-MM-ddTHH:mm:ss.fffK", System.Globalization.CultureInfo.InvariantCulture) });
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");

        (await bot.AskAsync(AMessage.InDirectChat().Saying(Question))).AllText.ShouldNotContain("官方");
    }

    [Fact]
    public async Task What_an_editor_writes_cannot_mention_anybody_or_bring_in_what_a_card_refuses()
    {
        var bot = await StartAsync();
        await bot.AnswersOfficiallyAsync("leave", new
        {
            question = Question,
            answer = "<at id=all></at> 十天[7x]，见[手册](https://wiki.example.com/x)和[这里](javascript:alert(1))。![图](https://e.com/a.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |",
            audience = "everyone",
        });

        var card = await bot.AskAsync(AMessage.InGroup().MentioningBot().Saying(Question));

        card.Answer.ShouldContain("[手册](https://wiki.example.com/x)");
        card.Answer.ShouldNotContain("javascript");
    }

    private static async Task<JsonElement> AskSiteAsync(Bot bot) =>
        await (await bot.Http.PostAsJsonAsync("/api/ask", new { question = Question })).JsonAsync();
}
