using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Knowledge;

public sealed class FeedTrimOnEmbeddedStore(KnowledgeOnEmbeddedStore knowledge) : FeedTrimTests(knowledge), IClassFixture<KnowledgeOnEmbeddedStore>;

public sealed class FeedTrimOnRedis(KnowledgeOnRedis knowledge) : FeedTrimTests(knowledge), IClassFixture<KnowledgeOnRedis>;

/// <summary>The feed remembers deletions as long and as many as it is told, and says from where on it is whole; on both stores.</summary>
public abstract class FeedTrimTests(IKnowledgeFixture knowledge)
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ManualTime time = new(Start);

    [Fact]
    public async Task Old_and_surplus_deletions_leave_the_feed_and_the_mark_tells()
    {
        var store = StoreWith(deletions: 3);
        for (var number = 0; number < 6; number++)
            await store.PutAsync(new($"doc{number}", "t", "m", Audience.Tenant), Precondition.None);
        var deletions = new List<long>();
        for (var number = 0; number < 5; number++)
            deletions.Add((await store.DeleteAsync(new(Kinds.Document, $"doc{number}"), Precondition.None)).Change);

        (await store.GetTrimmedAsync()).ShouldBe(deletions[1]);
        (await store.ReadKeysAsync()).Select(key => key.Id).ShouldBe(["doc2", "doc3", "doc4", "doc5"], ignoreOrder: true);

        await store.PutAsync(new("doc2", "t", "again", Audience.Tenant), Precondition.None);
        time.Now = Start.AddHours(2);
        var last = await store.DeleteAsync(new(Kinds.Document, "doc5"), Precondition.None);

        (await store.GetTrimmedAsync()).ShouldBe(deletions[4]);
        (await store.ReadKeysAsync()).Select(key => key.Id).ShouldBe(["doc2", "doc5"], ignoreOrder: true);
        (await store.FollowFeedAsync(deletions[4], 10)).Entries.Select(entry => entry.Change).ShouldBe([last.Change - 1, last.Change]);
        (await store.PutAsync(new("doc0", "t", "m", Audience.Tenant), Precondition.None)).Revision.ShouldBe(2);
    }

    private KnowledgeStore StoreWith(int deletions) => new(
        knowledge.Host.Service<IConnectionMultiplexer>(), knowledge.Host.Service<StoreScripts>(), knowledge.Host.Service<DiskSpace>(),
        Options.Create(new KnowledgeOptions { Deletions = deletions, DeletionsFor = TimeSpan.FromHours(1) }), time);
}
