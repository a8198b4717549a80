using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Desk.Documents;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Knowledge;

namespace Wenlu.BotHost.Tests.Desk.Documents;

public sealed class DocumentCatalogueOnEmbeddedStore(KnowledgeOnEmbeddedStore knowledge) : DocumentCatalogueTests(knowledge), IClassFixture<KnowledgeOnEmbeddedStore>;

public sealed class DocumentCatalogueOnRedis(KnowledgeOnRedis knowledge) : DocumentCatalogueTests(knowledge), IClassFixture<KnowledgeOnRedis>;

/// <summary>The catalogue has what the store has, whatever it missed; on both stores.</summary>
public abstract class DocumentCatalogueTests(IKnowledgeFixture knowledge)
{
    /// <summary>It forgets deletions at once: whoever reads the feed afterwards is not told of them.</summary>
    private readonly KnowledgeStore store = new(
        knowledge.Host.Service<IConnectionMultiplexer>(), knowledge.Host.Service<StoreScripts>(), knowledge.Host.Service<DiskSpace>(),
        Options.Create(new KnowledgeOptions { Deletions = 1, DeletionsFor = TimeSpan.FromHours(1) }), TimeProvider.System);

    [Fact]
    public async Task It_follows_writes_and_deletions_even_those_that_the_feed_has_forgotten()
    {
        using var catalogue = new DocumentCatalogue(store);
        foreach (var some in Enumerable.Range(0, 520).Chunk(20))
            await Task.WhenAll(some.Select(number => store.PutAsync(new($"doc{number}", "t", "m", Audience.Tenant), Precondition.None)));
        (await catalogue.ListAsync(Kinds.Document, CancellationToken.None)).Count(IsOurs).ShouldBe(520);

        await store.PutAsync(new("doc3", "another", "m", Audience.Tenant), Precondition.None);
        for (var number = 10; number < 20; number++)
            await store.DeleteAsync(new(Kinds.Document, $"doc{number}"), Precondition.None);

        var known = await catalogue.ReadAsync(CancellationToken.None);
        known.Values.Count(IsOurs).ShouldBe(510);
        known[new(Kinds.Document, "doc3")].Document.Title.ShouldBe("another");
        (await catalogue.ReadAsync(CancellationToken.None)).ShouldBeSameAs(known);
        using var later = new DocumentCatalogue(store);
        (await later.ReadAsync(CancellationToken.None)).Keys.ShouldBe(known.Keys, ignoreOrder: true);
    }

    private static bool IsOurs(StoredDocument stored) => stored.Document.Id.StartsWith("doc", StringComparison.Ordinal);

    [Fact]
    public async Task Many_who_ask_at_once_are_all_told_the_same()
    {
        using var catalogue = new DocumentCatalogue(store);
        await store.PutAsync(new("together", "t", "m", Audience.Tenant), Precondition.None);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => catalogue.ReadAsync(CancellationToken.None)));

        answers.ShouldAllBe(known => known.ContainsKey(new(Kinds.Document, "together")));
    }
}
