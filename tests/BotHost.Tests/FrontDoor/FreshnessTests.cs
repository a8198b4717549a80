using System.Net.Http.Json;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.Knowledge;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>How old what is said is, and what becomes of what was said when its source has changed.</summary>
public abstract class FreshnessTests(string redis) : FrontDoor(redis)
{
    private const string Changed = "## 年假\n入职满一年者，年假十五天。\n\n## 病假\n病假需要提供医院证明，每年不超过三十天。";

    [Fact]
    public async Task An_answer_from_a_document_that_is_older_than_the_setting_says_so_in_the_language_of_the_question()
    {
        var bot = await StartAsync("--Knowledge:StaleAfter=365.00:00:00");
        await KnowsSinceAsync(bot, "old", "旧手册", "## 餐补\n餐补每天三十元。", "2024-03-05");
        await KnowsSinceAsync(bot, "old-en", "Old handbook", "## Meal allowance\nThe meal allowance is thirty a day.", "2024-03-05");
        await KnowsSinceAsync(bot, "new", "新手册", "## 交通补贴\n交通补贴每天二十元。", DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Model.Otherwise = request => ModelReply.Says(request.User.Contains("meal", StringComparison.OrdinalIgnoreCase) ? "Thirty a day. [1]" : "每天有补贴。[1]");

        var old = await bot.AskAsync(AMessage.InDirectChat().Saying("餐补每天多少？"));
        old.Answer.ShouldContain("2024-03-05");
        old.Answer.ShouldContain("可能已经过时");
        old.AllText.ShouldContain("更新于 2024-03-05");
        (await bot.AskAsync(AMessage.InDirectChat().Saying("/new How much is the meal allowance a day?"))).Answer.ShouldContain("may be outdated");
        (await bot.AskAsync(AMessage.InDirectChat().Saying("/new 交通补贴每天多少？"))).Answer.ShouldNotContain("过时");
    }

    [Fact]
    public async Task No_age_makes_a_document_stale_unless_a_setting_says_so()
    {
        var bot = await StartAsync();
        await KnowsSinceAsync(bot, "old", "旧手册", "## 餐补\n餐补每天三十元。", "2004-03-05");
        Model.Otherwise = _ => ModelReply.Says("每天三十元。[1]");

        (await bot.AskAsync(AMessage.InDirectChat().Saying("餐补每天多少？"))).Answer.ShouldNotContain("过时");
    }

    [Fact]
    public async Task What_was_said_is_not_said_to_the_model_again_once_its_source_has_changed()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot);
        Model.Then(ModelReply.Says("病假有哪些规定？").ToAPlainCall(), ModelReply.Says("需要医院证明。[1]").ToAStream());
        await bot.AskAsync(AMessage.InGroup().MentioningBot().Saying("那病假呢？"));
        Model.Requests[^2].User.ShouldContain("干满一年有十天");

        await bot.KnowsAsync("leave", "员工手册", Changed, "tenant");
        Model.Then(ModelReply.Says("年假怎么申请？").ToAPlainCall(), ModelReply.Says("年假十五天。[1]").ToAStream());
        await bot.AskAsync(AMessage.InGroup().MentioningBot().ReplyingTo(card.Message.MessageId).Saying("那年假怎么申请？"));

        Model.Requests[^2].User.ShouldContain("年假有几天？");
        Model.Requests[^2].User.ShouldContain("资料此后有变动");
        Model.Requests.TakeLast(2).ShouldAllBe(request => !request.User.Contains("干满一年有十天", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_words_for_an_answer_whose_source_has_changed_are_an_answer_anew()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot);
        await bot.KnowsAsync("leave", "员工手册", Changed, "tenant");
        Model.Then(ModelReply.Says("年假有十五天。[1]").ToAStream());

        using var pressed = await bot.Delivery.ClickAsync(ACardAction.On(card).Pressing(card.Button("regenerate")));

        var again = await Platform.CardFinishedAsync(card.Message.MessageId);
        again.Answer.ShouldContain("十五天");
        again.Answer.ShouldContain("按现在的内容重新回答");
        Model.Requests[^1].User.ShouldNotContain("干满一年有十天");
    }

    [Fact]
    public async Task A_card_that_is_shown_again_is_marked_and_a_change_elsewhere_in_the_document_marks_nothing()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot);
        await bot.KnowsAsync("leave", "员工手册", LeavePolicy.Replace("三十天", "四十天", StringComparison.Ordinal), "tenant");
        (await VotedAsync(bot, card)).AllText.ShouldNotContain("有变动");

        await bot.KnowsAsync("leave", "员工手册", Changed, "tenant");

        (await VotedAsync(bot, card)).AllText.ShouldContain("资料此后有变动");
    }

    [Fact]
    public async Task A_stored_answer_whose_source_changed_since_is_marked_on_its_page_and_not_linked_to()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Fails(500);
        var (day, id) = (DateTimeOffset.UtcNow, new DocumentKey(Kinds.Question, "carry"));
        await KnowsSinceAsync(bot, "rules", "休假规则", "## 顺延\n没休完的年假可以顺延到次年三月。", "2024-03-05");
        var stored = new KnowledgeDocument(id.Id, "没休完的年假可以顺延吗？", "可以顺延到次年三月。[1]", Audience.Everyone)
        {
            Kind = Kinds.Question,
            Url = "/questions/carry",
            UpdatedAt = day.AddDays(-1),
            Sources = ["rules#顺延"],
        };
        var written = await bot.Service<KnowledgeStore>().PutAsync(stored, Precondition.None);
        await bot.Service<KnowledgeIndex>().CatchUpAsync(written.Change, CancellationToken.None);
        // The site follows the store a moment behind the index.
        await Eventually.TrueAsync(async () => await PageAsync(bot) is { } page && !page.Contains("may no longer be right", StringComparison.Ordinal));
        (await RelatedUrlAsync(bot)).ShouldBe("/questions/carry");

        await KnowsSinceAsync(bot, "rules", "休假规则", "## 顺延\n没休完的年假不再顺延。", day.ToString("yyyy-MM-ddTHH:mm:ssK", System.Globalization.CultureInfo.InvariantCulture));

        await Eventually.TrueAsync(async () => await PageAsync(bot) is { } page && page.Contains("may no longer be right", StringComparison.Ordinal));
        (await RelatedUrlAsync(bot)).ShouldBeNull();
    }

    private static async Task<string?> PageAsync(Bot bot)
    {
        using var response = await bot.Http.GetAsync("/questions/carry");
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : null;
    }

    private static async Task<string?> RelatedUrlAsync(Bot bot)
    {
        var answer = await (await bot.Http.PostAsJsonAsync("/api/ask", new { question = "年假没休完怎么申请报销？" })).JsonAsync();
        return answer.GetProperty("related").EnumerateArray().ShouldHaveSingleItem().GetProperty("url").GetString();
    }

    private async Task<FinishedCard> AnsweredAsync(Bot bot)
    {
        Model.Then(ModelReply.Says("干满一年有十天。[1]").ToAStream());
        var card = await bot.AskAsync(AMessage.InGroup().MentioningBot().Saying("年假有几天？"));
        await Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);
        return card;
    }

    private async Task<FinishedCard> VotedAsync(Bot bot, FinishedCard card)
    {
        using var response = await bot.Delivery.ClickAsync(ACardAction.On(card).Pressing(card.Button("vote_up")));
        return Platform.CardNow(card.Message.MessageId);
    }

    private static async Task KnowsSinceAsync(Bot bot, string id, string title, string markdown, string updatedAt)
    {
        using var response = await bot.EditAsync(HttpMethod.Put, $"/api/knowledge/documents/{id}", new { title, markdown, audience = "everyone", updatedAt });
        response.IsSuccessStatusCode.ShouldBeTrue();
    }
}
