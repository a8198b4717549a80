using Wenlu.BotHost.Tests.Fixtures;
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
