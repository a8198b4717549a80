using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Conversations.Limits;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

public abstract class RateLimitTests(string redis) : FrontDoor(redis)
{
    private const string Friendly = "问题太多了";

    [Fact]
    public async Task Too_many_questions_of_a_person_get_one_sentence_and_cost_no_model_call()
    {
        var bot = await StartKnowingLeaveAsync("--Conversation:PerPersonPerMinute=2");
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        for (var question = 0; question < 2; question++)
            await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        var paid = Model.Requests.Count;

        List<AMessage> excess = [.. Enumerable.Range(0, 4).Select(_ => AMessage.InDirectChat().Saying("年假有几天？"))];
        foreach (var message in excess)
            await bot.Delivery.SendAsync(message);
        await QuietAsync(bot);

        Model.Requests.Count.ShouldBe(paid);
        Platform.RepliesTo(excess[0].MessageId).Single().Content.ShouldContain(Friendly);
        excess.Skip(1).ShouldAllBe(message => Platform.RepliesTo(message.MessageId).Count == 0);
    }

    [Fact]
    public async Task A_chat_has_a_limit_of_its_own_and_another_chat_is_free()
    {
        var bot = await StartKnowingLeaveAsync("--Conversation:PerChatPerMinute=1");
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        await bot.AskAsync(AMessage.InGroup().MentioningBot().Saying("年假有几天？"));

        var excess = AMessage.InGroup().From("ou_0000000000000000000000000000bbbb").MentioningBot().Saying("年假有几天？");
        await bot.Delivery.SendAsync(excess);

        (await Platform.NextReplyAsync(excess.MessageId)).Content.ShouldContain(Friendly);
        await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
    }

    [Fact]
    public async Task Commands_do_not_count_and_are_never_refused()
    {
        var bot = await StartKnowingLeaveAsync("--Conversation:PerPersonPerMinute=1");
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");

        foreach (var text in new[] { "/new", "/sources", "/stop" })
            (await CommandAsync(text)).ShouldNotContain(Friendly);
        await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        (await CommandAsync("/sources")).ShouldNotContain(Friendly);

        async Task<string> CommandAsync(string text)
        {
            var message = AMessage.InDirectChat().Saying(text);
            await bot.Delivery.SendAsync(message);
            return (await Platform.NextReplyAsync(message.MessageId)).Content;
        }
    }

    [Fact]
    public async Task A_second_attempt_at_a_question_counts_no_more_and_a_window_passes()
    {
        var bot = await StartAsync("--Conversation:PerPersonPerMinute=1", "--Conversation:PerChatPerMinute=1");
        var limits = bot.Service<RateLimits>();
        var now = DateTimeOffset.UtcNow;

        (await limits.AdmitAsync(Question("om_1"), now)).ShouldBe(Admission.Admitted);
        (await limits.AdmitAsync(Question("om_1"), now)).ShouldBe(Admission.Admitted);
        (await limits.AdmitAsync(Question("om_2"), now.AddSeconds(30))).ShouldBe(Admission.RefusedAloud);
        (await limits.AdmitAsync(Question("om_2"), now.AddSeconds(30))).ShouldBe(Admission.RefusedAloud);
        (await limits.AdmitAsync(Question("om_3"), now.AddSeconds(40))).ShouldBe(Admission.RefusedSilently);
        (await limits.AdmitAsync(Question("om_4"), now.AddSeconds(61))).ShouldBe(Admission.Admitted);
    }

    [Fact]
    public async Task Many_at_once_on_two_replicas_get_no_further_than_one_after_the_other()
    {
        var bot = await StartAsync("--Conversation:PerPersonPerMinute=5");
        var limits = bot.Service<RateLimits>();
        var now = DateTimeOffset.UtcNow;

        var admissions = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => limits.AdmitAsync(Question($"om_{number}"), now))));

        admissions.Count(admission => admission == Admission.Admitted).ShouldBe(5);
        admissions.Count(admission => admission == Admission.RefusedAloud).ShouldBe(1);
    }

    private static Asked Question(string key) => new(key, key, AMessage.SomeDirectChat, AMessage.SomeDirectChat, AMessage.SomeUser, IsDirect: true);

    private static Task QuietAsync(Bot bot) => Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);
}
