using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
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

public sealed class GapsOnTheEmbeddedStore() : GapTests(string.Empty);

public sealed class GapsByLongConnection() : GapTests(string.Empty)
{
    private protected override Way Way => Way.LongConnection;
}

public sealed class GapsOnRedis : GapTests, IDisposable
{
    private readonly RedisServer server;

    public GapsOnRedis()
        : this(RedisServer.Start())
    {
    }

    private GapsOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Two_replicas_send_the_days_card_once_and_of_two_editors_at_once_one_answers()
    {
        var bot = await StartForEditorsAsync();
        var question = AMessage.InGroup().MentioningBot().Saying(Asked);
        await UnansweredAsync(bot, question);
        string[] due = [$"--Gaps:Chat={Editors}", "--Gaps:Hour=0", "--Gaps:DigestHour=24"];
        var replicas = await Task.WhenAll(StartReplicaAsync(due), StartReplicaAsync(due));
        var card = await SeenCardAsync(1);
        var gap = GapOf(card, Asked);

        var toasts = await Task.WhenAll(SubmitAsync(replicas[0], card, gap, "每周三。"), SubmitAsync(replicas[1], card, gap, "每周五。", AMessage.SomeUser));

        toasts.ShouldBe(["谢谢，答案已生效，提问的人会收到回复。", "这个问题已经处理过了。"], ignoreOrder: true);
        (await ToldAsync(question.MessageId)).Answer.ShouldContain(toasts[0].StartsWith("谢谢", StringComparison.Ordinal) ? "每周三" : "每周五");
        await IdleAsync(bot);
        Platform.SeenIn(Editors).Count.ShouldBe(1);
        Platform.RepliesTo(question.MessageId).Count.ShouldBe(2);
    }
}

public sealed class FreshnessOnTheEmbeddedStore() : FreshnessTests(string.Empty);

public sealed class FreshnessOnRedis : FreshnessTests, IDisposable
{
    private readonly RedisServer server;

    public FreshnessOnRedis()
        : this(RedisServer.Start())
    {
    }

    private FreshnessOnRedis(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    public void Dispose() => server.Dispose();
}
