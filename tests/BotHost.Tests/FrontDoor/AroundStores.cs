using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

public sealed class WelcomeOnTheEmbeddedStore() : WelcomeTests(string.Empty);

public sealed class CommandsOnTheEmbeddedStore() : CommandTests(string.Empty);

public sealed class ReceiptsOnTheEmbeddedStore() : ReceiptTests(string.Empty);

public sealed class RateLimitsOnTheEmbeddedStore() : RateLimitTests(string.Empty);

public sealed class WelcomeOnRedis : WelcomeTests, IDisposable
{
    private readonly RedisServer server;

    public WelcomeOnRedis()
        : this(RedisServer.Start())
    {
    }

    private WelcomeOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}

public sealed class CommandsOnRedis : CommandTests, IDisposable
{
    private readonly RedisServer server;

    public CommandsOnRedis()
        : this(RedisServer.Start())
    {
    }

    private CommandsOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}

public sealed class ReceiptsOnRedis : ReceiptTests, IDisposable
{
    private readonly RedisServer server;

    public ReceiptsOnRedis()
        : this(RedisServer.Start())
    {
    }

    private ReceiptsOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Two_replicas_that_hear_of_the_same_message_give_one_receipt_and_take_it_away()
    {
        var bot = await StartKnowingLeaveAsync();
        var other = await StartReplicaAsync("--Inbox:Parallelism=0");
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.DelayNext("POST /open-apis/cardkit/v1/cards", TimeSpan.FromSeconds(2));
        var message = AMessage.InDirectChat().Saying("年假有几天？");

        await Task.WhenAll(bot.Delivery.SendAsync(message), other.Delivery.SendAsync(message.InAnotherEvent()));
        await Platform.CardFinishedAsync(message.MessageId);

        await Eventually.TrueAsync(() => Platform.Reactions is [{ RemovedAt: not null }]);
    }
}

public sealed class RateLimitsOnRedis : RateLimitTests, IDisposable
{
    private readonly RedisServer server;

    public RateLimitsOnRedis()
        : this(RedisServer.Start())
    {
    }

    private RateLimitsOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}
