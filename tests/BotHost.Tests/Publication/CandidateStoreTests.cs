using StackExchange.Redis;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Publication;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Publication;

public sealed class CandidateStoreOnTheEmbeddedStore() : CandidateStoreTests(string.Empty);

public sealed class CandidateStoreOnRedis : CandidateStoreTests, IDisposable
{
    private readonly RedisServer server;

    public CandidateStoreOnRedis()
        : this(RedisServer.Start())
    {
    }

    private CandidateStoreOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}

/// <summary>What is remembered for editors to read, by many at once, and how much of it.</summary>
public abstract class CandidateStoreTests(string redis) : IAsyncLifetime
{
    private FeishuPlatform platform = null!;
    private ScriptedModel model = null!;
    private Bot bot = null!;

    private Candidates Store => bot.Service<Candidates>();

    public async Task InitializeAsync()
    {
        platform = await FeishuPlatform.StartAsync(new());
        model = await ScriptedModel.StartAsync();
        bot = await Bot.StartAsync(platform, model, redis, settings: ["--Feishu:AppId="]);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await model.DisposeAsync();
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task Answers_given_at_once_are_each_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(number => GiveAsync($"问题{number % 2}", $"a-{number}")));

        var all = await Store.ListAsync();
        all.Select(candidate => candidate.Count).ShouldBe([8, 8]);
        all.SelectMany(candidate => candidate.Answers).Distinct().Count().ShouldBe(16);
        (await bot.Service<IConnectionMultiplexer>().GetDatabase().KeyTimeToLiveAsync("{candidates}:answers")).ShouldNotBeNull();
    }

    [Fact]
    public async Task There_is_room_for_so_many_and_what_was_asked_once_goes_first()
    {
        await GiveAsync("常被问的", "a-x");
        await GiveAsync("常被问的", "a-y");
        for (var number = 0; number < Candidates.Most; number++)
            await GiveAsync($"问题{number}", $"a-{number}");

        var all = await Store.ListAsync();
        all.Count.ShouldBe(Candidates.Most);
        all.ShouldContain(candidate => candidate.Answer.StandaloneQuestion == "常被问的");
        all.ShouldNotContain(candidate => candidate.Answer.StandaloneQuestion == "问题0");
    }

    [Fact]
    public async Task Of_voted_answers_those_of_the_newest_votes_are_remembered()
    {
        var voted = bot.Service<VotedAnswers>();
        for (var number = 0; number <= VotedAnswers.Most; number++)
            await voted.NoteAsync(new GivenAnswer($"a-{number}", "问题", AnswerTo("问题"), DateTimeOffset.UtcNow, null));

        var all = await voted.ListAsync();
        all.Count.ShouldBe(VotedAnswers.Most);
        all[0].Id.ShouldBe($"a-{VotedAnswers.Most}");
        all.ShouldNotContain(answer => answer.Id == "a-0");
        (await bot.Service<IConnectionMultiplexer>().GetDatabase().KeyTimeToLiveAsync("{feedback}:answers")).ShouldNotBeNull();
    }

    private Task GiveAsync(string question, string answerId) => Store.GivenAsync(
        PublicationRule.IdOf(question), known => Candidate.Given(known, AnswerTo(question), DateTimeOffset.UtcNow, answerId, isRepetition: false));

    private static Answer AnswerTo(string question) =>
        new(Outcome.Grounded, "十天。[1]", [new(1, "leave", "员工手册", [], "十天。", null, DateTimeOffset.UtcNow)], [], question, Language.Chinese);
}
