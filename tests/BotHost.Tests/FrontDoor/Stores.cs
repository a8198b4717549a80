using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;
using Way = Wenlu.BotHost.Feishu.Delivery;

namespace Wenlu.BotHost.Tests.FrontDoor;

public sealed class QuestionsOnTheEmbeddedStore() : QuestionTests(string.Empty);

public sealed class CardsOnTheEmbeddedStore() : CardTests(string.Empty);

public sealed class QuestionsOnRedis : QuestionTests, IDisposable
{
    private readonly RedisServer server;

    public QuestionsOnRedis()
        : this(RedisServer.Start())
    {
    }

    private QuestionsOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Pitfall_02_An_event_that_comes_again_to_another_replica_is_known()
    {
        var one = await StartKnowingLeaveAsync();
        var other = await StartReplicaAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var message = AMessage.InDirectChat().Saying("年假有几天？");
        await one.AskAsync(message);

        (await other.Delivery.SendAsync(message.InAnotherEvent())).Accepted.ShouldBeTrue();

        await SaysNothingMoreAsync(other, message);
    }

    /// <summary>The console waits a second for it.</summary>
    [Fact]
    public async Task Pitfall_05_A_challenge_is_answered_at_once_while_the_store_does_not_answer()
    {
        var bot = await StartAsync();
        server.Freeze();
        try
        {
            foreach (var path in new[] { FeishuDelivery.EventsPath, FeishuDelivery.CallbacksPath })
            {
                using var response = await bot.Delivery.ChallengeAsync("abc", path).WaitAsync(TimeSpan.FromSeconds(1));
                (await response.Content.ReadAsStringAsync()).ShouldBe("""{"challenge":"abc"}""");
            }
        }
        finally
        {
            server.Thaw();
        }
    }
}

public sealed class CardsOnRedis : CardTests, IDisposable
{
    private readonly RedisServer server;

    public CardsOnRedis()
        : this(RedisServer.Start())
    {
    }

    private CardsOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}

public sealed class QuestionsByLongConnection() : QuestionTests(string.Empty)
{
    private protected override Way Way => Way.LongConnection;
}

public sealed class CardsByLongConnection() : CardTests(string.Empty)
{
    private protected override Way Way => Way.LongConnection;
}

public sealed class MessagesOnTheEmbeddedStore() : MessageTests(string.Empty);

public sealed class MessagesOnRedis : MessageTests, IDisposable
{
    private readonly RedisServer server;

    public MessagesOnRedis()
        : this(RedisServer.Start())
    {
    }

    private MessagesOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}

public sealed class InterruptionsOnTheEmbeddedStore() : InterruptionTests(string.Empty);

public sealed class InterruptionsByLongConnection() : InterruptionTests(string.Empty)
{
    private protected override Way Way => Way.LongConnection;
}

public sealed class InterruptionsOnRedis : InterruptionTests, IDisposable
{
    private readonly RedisServer server;

    public InterruptionsOnRedis()
        : this(RedisServer.Start())
    {
    }

    private InterruptionsOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task A_wish_to_stop_and_a_recall_reach_the_replica_that_answers()
    {
        var working = await StartKnowingLeaveAsync();
        var accepting = await StartReplicaAsync("--Inbox:Parallelism=0");
        Model.Then(ModelReply.SaysInPieces("年假十天。[1]", "其余").StallingAfter(1), ModelReply.SaysInPieces("年假十天。[1]", "其余").StallingAfter(1));
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");

        var stopped = await AskAndSeeAsync(working, "年假有几天？");
        await accepting.Delivery.SendAsync(AMessage.InDirectChat().Saying("停止"));
        (await Platform.CardFinishedAsync(stopped.MessageId)).Answer.ShouldContain("已停止");

        var elsewhere = AMessage.InDirectChat("oc_0000000000000000000000000000e001").From("ou_0000000000000000000000000000e001").Saying("我还有年假吗？");
        await SeeAsync(working, elsewhere);
        await accepting.Delivery.RecallAsync(elsewhere);
        await Eventually.TrueAsync(() => Model.Abandoned == 2);
        await IdleAsync(working);
        (await StoreContents.WhereAsync(working, "我还有年假吗")).ShouldBeEmpty();
    }
}

public sealed class ClicksOnTheEmbeddedStore() : ClickTests(string.Empty);

public sealed class ClicksByLongConnection() : ClickTests(string.Empty)
{
    private protected override Way Way => Way.LongConnection;
}

public sealed class ClicksOnRedis : ClickTests, IDisposable
{
    private readonly RedisServer server;

    public ClicksOnRedis()
        : this(RedisServer.Start())
    {
    }

    private ClicksOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Pitfall_33_A_click_is_answered_as_documented_while_the_store_does_not_answer()
    {
        var bot = await StartKnowingLeaveAsync();
        var card = await AnsweredAsync(bot, Direct);
        // What was written into the frozen server's socket it reads when it wakes: such a click may still have its effect.
        Model.Otherwise = request => ModelReply.Says(request.Stream ? "年假十天。[1]" : "年假有几天？");
        server.Freeze();
        try
        {
            foreach (var button in new[] { "vote_up", "regenerate", "next_0" })
                (await PressAsync(bot, card, button)).ShouldBe("暂时没能处理，请稍后再试。");
        }
        finally
        {
            server.Thaw();
        }

        await Eventually.TrueAsync(async () => await PressAsync(bot, card, "vote_up") == "谢谢你的反馈，已记录。");
        Now(card).Button("vote_up").Text.ShouldBe("👍 1");
    }

    [Fact]
    public async Task Two_people_who_press_at_once_on_two_replicas_both_leave_their_mark()
    {
        var one = await StartKnowingLeaveAsync();
        var two = await StartReplicaAsync("--Inbox:Parallelism=0");
        var card = await AnsweredAsync(one, InGroup);
        Model.Otherwise = request => ModelReply.Says(request.Stream ? "需要医院证明。[1]" : "病假有哪些规定？");

        await Task.WhenAll(
            PressAsync(one, card, "vote_up"), PressAsync(two, card, "vote_up", Somebody), PressAsync(one, card, "new_topic"), PressAsync(two, card, "next_0", Somebody));
        await PressAsync(two, card, "vote_down");

        Now(card).Button("vote_up").Text.ShouldBe("👍 1");
        Now(card).Button("vote_down").Text.ShouldBe("👎 1");
        Now(card).Button("new_topic").IsDisabled.ShouldBeTrue();
        Now(card).Button("next_0").IsDisabled.ShouldBeTrue();
        (await Platform.CardFinishedAsync(card.Message.MessageId)).Answer.ShouldContain("医院证明");
    }

    [Fact]
    public async Task A_stop_reaches_the_replica_that_answers()
    {
        var working = await StartKnowingLeaveAsync();
        var accepting = await StartReplicaAsync("--Inbox:Parallelism=0");
        var (message, shown) = await StreamingAsync(working, Direct);

        (await PressAsync(accepting, shown, "stop")).ShouldBe("好的，正在停止。");

        (await Platform.CardFinishedAsync(message.MessageId)).Answer.ShouldContain("已停止");
        Model.Abandoned.ShouldBe(1);
    }
}
