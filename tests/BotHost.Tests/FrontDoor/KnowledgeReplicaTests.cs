using System.Net.Http.Json;
using System.Text.Json;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>Two instances on one Redis server are one knowledge base.</summary>
public sealed class KnowledgeReplicaTests : FrontDoor, IDisposable
{
    private readonly RedisServer server;

    public KnowledgeReplicaTests()
        : this(RedisServer.Start())
    {
    }

    private KnowledgeReplicaTests(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task What_one_is_given_the_other_answers_with_within_a_second()
    {
        var one = await StartAsync();
        var two = await StartReplicaAsync("--Inbox:Parallelism=0");
        for (var number = 0; number < 5; number++)
        {
            await one.KnowsAsync($"doc-{number}", "制度", $"暗号杜鹃{number}，年假{number}天。");
            var written = TimeProvider.System.GetTimestamp();
            while (!(await FindAsync(two, $"暗号杜鹃{number}")).Contains($"doc-{number}"))
                TimeProvider.System.GetElapsedTime(written).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task A_replica_that_was_down_knows_what_happened_meanwhile_before_it_answers()
    {
        using var folder = new TempFolder();
        var one = await StartAsync();
        var two = await Bot.StartAsync(Platform, Model, server.ConnectionString, folder, "--Inbox:Parallelism=0");
        await one.KnowsAsync("stays", "制度", "杜鹃甲");
        await one.KnowsAsync("changes", "制度", "杜鹃乙");
        await Eventually.TrueAsync(async () => (await FindAsync(two, "杜鹃")).Count == 2);
        await two.DisposeAsync();
        await one.KnowsAsync("changes", "制度", "百合");
        await one.KnowsAsync("comes", "制度", "杜鹃丙");

        await using var again = await Bot.StartAsync(Platform, Model, server.ConnectionString, folder, "--Inbox:Parallelism=0");

        (await FindAsync(again, "杜鹃")).ShouldBe(["stays", "comes"], ignoreOrder: true);
    }

    private static async Task<List<string>> FindAsync(Bot bot, string query) =>
        [.. (await bot.Http.GetFromJsonAsync<JsonElement>("/api/search?q=" + Uri.EscapeDataString(query)))
            .GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("documentId").GetString()!)];
}
