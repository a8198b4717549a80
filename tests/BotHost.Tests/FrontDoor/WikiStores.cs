using Wenlu.BotHost.Tests.Fixtures;
using Way = Wenlu.BotHost.Feishu.Delivery;

namespace Wenlu.BotHost.Tests.FrontDoor;

public sealed class WikiOnTheEmbeddedStore() : WikiTests(string.Empty);

public sealed class WikiByLongConnection() : WikiTests(string.Empty)
{
    private protected override Way Way => Way.LongConnection;
}

public sealed class WikiOnRedis : WikiTests, IDisposable
{
    private readonly RedisServer server;

    public WikiOnRedis()
        : this(RedisServer.Start())
    {
    }

    private WikiOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Of_two_replicas_one_syncs_and_the_other_goes_on_when_it_ends()
    {
        var space = Wiki.AddSpace("公司知识库");
        var pages = Enumerable.Range(0, 12).Select(number => Wiki.AddPage(space, $"制度 {number}", $"编号 QX{number:0000} 的规定。")).ToList();
        var one = await StartSyncingAsync(space, "--Feishu:Wiki:Interval=00:00:02");
        var two = await StartReplicaAsync([.. SettingsFor(space), "--Feishu:Wiki:Interval=00:00:02"]);

        foreach (var (page, number) in pages.Select((page, number) => (page, number)))
        {
            await FoundAsync(one, $"QX{number:0000}", page);
            await FoundAsync(two, $"QX{number:0000}", page);
        }
        pages.ShouldAllBe(page => BlocksRead(page) == 1);

        await StopAsync(one);
        Wiki.Edit(pages[3], "编号 QX9999 的规定。");
        await FoundAsync(two, "QX9999", pages[3], text: "QX9999");
    }
}
