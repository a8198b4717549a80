using Wenlu.BotHost.Tests.Fixtures;

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
