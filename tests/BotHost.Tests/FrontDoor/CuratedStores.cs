using Wenlu.BotHost.Tests.Fixtures;
using Way = Wenlu.BotHost.Feishu.Delivery;

namespace Wenlu.BotHost.Tests.FrontDoor;

public sealed class OfficialAnswersOnTheEmbeddedStore() : OfficialAnswerTests(string.Empty);

public sealed class OfficialAnswersByLongConnection() : OfficialAnswerTests(string.Empty)
{
    private protected override Way Way => Way.LongConnection;
}

public sealed class OfficialAnswersOnRedis : OfficialAnswerTests, IDisposable
{
    private readonly RedisServer server;

    public OfficialAnswersOnRedis()
        : this(RedisServer.Start())
    {
    }

    private OfficialAnswersOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}
