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
