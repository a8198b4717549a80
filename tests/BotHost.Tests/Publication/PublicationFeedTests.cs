using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Knowledge;

namespace Wenlu.BotHost.Tests.Publication;

public sealed class PublicationFeedOnEmbeddedStore(KnowledgeOnEmbeddedStore knowledge) : PublicationFeedTests(knowledge), IClassFixture<KnowledgeOnEmbeddedStore>;

public sealed class PublicationFeedOnRedis(KnowledgeOnRedis knowledge) : PublicationFeedTests(knowledge), IClassFixture<KnowledgeOnRedis>;

/// <summary>What is on the pages is what is in the store, also for who was away longer than the store remembers deletions.</summary>
public abstract class PublicationFeedTests(IKnowledgeFixture knowledge)
{
    private readonly PublishedQuestions published = new();

    [Fact]
    public async Task Who_stood_still_while_deletions_were_forgotten_takes_them_from_the_pages()
    {
        var store = StoreRememberingOneDeletion();
        foreach (var id in (string[])["kept", "lost", "surplus", "more"])
            await store.PutAsync(new(id, id, "文", Audience.Everyone), Precondition.None);
        await PublishAsync(store, "stays", "kept");
        await PublishAsync(store, "goes", "kept");
        var last = await PublishAsync(store, "unfounded", "lost");
        using var feed = new PublicationFeed(store, published, Counts(), TimeProvider.System, NullLogger<PublicationFeed>.Instance);
        await feed.StartAsync(CancellationToken.None);
        await feed.CatchUpAsync(last, CancellationToken.None);
        Shown("goes", "stays", "unfounded").ShouldBe(["goes", "stays", "unfounded"]);
        await feed.StopAsync(CancellationToken.None);

        foreach (var key in (DocumentKey[])[new(Kinds.Question, "goes"), new(Kinds.Document, "lost"), new(Kinds.Document, "surplus"), new(Kinds.Document, "more")])
            last = (await store.DeleteAsync(key, Precondition.None)).Change;
        (await store.ReadKeysAsync()).Select(key => key.Id).ShouldNotContain(id => id == "goes" || id == "lost");
        Shown("goes", "stays", "unfounded").ShouldBe(["goes", "stays", "unfounded"]);
        await feed.StartAsync(CancellationToken.None);
        await feed.CatchUpAsync(last, CancellationToken.None);

        Shown("goes", "stays", "unfounded").ShouldBe(["stays"]);
        await feed.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_start_shows_what_is_in_the_store()
    {
        var store = StoreRememberingOneDeletion();
        await store.PutAsync(new("open", "t", "文", Audience.Everyone), Precondition.None);
        await store.PutAsync(new("closed", "t", "文", Audience.Tenant), Precondition.None);
        await PublishAsync(store, "seen", "open");
        await PublishAsync(store, "hidden", "closed");
        await PublishAsync(store, "unsourced", "nowhere");
        using var feed = new PublicationFeed(store, published, Counts(), TimeProvider.System, NullLogger<PublicationFeed>.Instance);
        await feed.StartAsync(CancellationToken.None);
        await feed.FirstCatchUp;

        Shown("seen", "hidden", "unsourced").ShouldBe(["seen"]);

        var opened = await store.PutAsync(new("closed", "t", "文", Audience.Everyone), Precondition.None);
        await feed.CatchUpAsync(opened.Change, CancellationToken.None);
        Shown("seen", "hidden", "unsourced").ShouldBe(["seen", "hidden"]);
        await feed.StopAsync(CancellationToken.None);
    }

    /// <summary>Of the questions of this test, since the store has those of the others too.</summary>
    private IEnumerable<string> Shown(params string[] among) => among.Where(id => published.Lists.Newest.Any(question => question.Id == id));

    private static async Task<long> PublishAsync(KnowledgeStore store, string id, string source) => (await store.PutAsync(
        new(id, id + "？", "答。[1]", Audience.Everyone) { Kind = Kinds.Question, Url = "/questions/" + id, Sources = [source] }, Precondition.None)).Change;

    private QuestionCounts Counts() => new(knowledge.Host.Service<IConnectionMultiplexer>(), knowledge.Host.Service<StoreScripts>(), TimeProvider.System);

    private KnowledgeStore StoreRememberingOneDeletion() => new(
        knowledge.Host.Service<IConnectionMultiplexer>(), knowledge.Host.Service<StoreScripts>(), knowledge.Host.Service<DiskSpace>(),
        Options.Create(new KnowledgeOptions { Deletions = 1 }), TimeProvider.System);
}
