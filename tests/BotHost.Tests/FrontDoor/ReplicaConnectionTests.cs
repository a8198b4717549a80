using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;
using Way = Wenlu.BotHost.Feishu.Delivery;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>Replicas that share a Redis server, each with a connection of its own: the platform gives an event to one of them by chance.</summary>
public sealed class ReplicaConnectionTests : FrontDoor, IDisposable
{
    private readonly RedisServer server;

    public ReplicaConnectionTests()
        : this(RedisServer.Start())
    {
    }

    private ReplicaConnectionTests(RedisServer server)
        : base(server.ConnectionString) => this.server = server;

    private protected override Way Way => Way.LongConnection;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Pitfall_06_Every_replica_connects_and_handles_whatever_chance_gives_it()
    {
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        var one = await StartKnowingLeaveAsync();
        using var folder = new TempFolder();
        await using var other = await Bot.StartAsync(Platform, Model, server.ConnectionString, folder, "--Feishu:Delivery=LongConnection");
        Platform.Connections.Open.Count.ShouldBe(2);

        foreach (var connection in Platform.Connections.Open)
        {
            var message = AMessage.InDirectChat().Saying("年假有几天？");
            var pushed = message.ToEvent(Platform.Options);
            Platform.Take(pushed);
            (await Platform.Connections.PushAsync(connection, pushed)).Code.ShouldBe(200);
            var card = await Platform.CardFinishedAsync(message.MessageId, TimeSpan.FromSeconds(20));
            // Whoever did not write the card answers the click on it.
            foreach (var either in Platform.Connections.Open)
            {
                var click = ACardAction.On(card).Pressing(card.Buttons.First(button => button.Value?["vote"] is not null));
                (await Platform.Connections.PushAsync(either, click.ToCallback(Platform.Options))).Body.ShouldContain("success");
            }
        }

        await StopAsync(one);
        await other.AskAsync(AMessage.InDirectChat().Saying("病假有几天？"));
        await Platform.Connections.Open.ShouldHaveSingleItem().CloseAsync();
        await other.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
    }

    [Fact]
    public async Task Pitfall_33_A_click_is_answered_in_time_in_a_frame_of_either_type_while_the_store_does_not_answer()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
        var vote = ACardAction.On(card).Pressing(card.Button("vote_up"));
        server.Freeze();
        try
        {
            foreach (var type in new[] { "card", "event" })
            {
                Platform.Connections.CallbackType = type;
                (await Platform.Connections.PushAsync(vote.InAnotherEvent().ToCallback(Platform.Options))).Body.ShouldContain("暂时没能处理");
            }
        }
        finally
        {
            server.Thaw();
        }

        Platform.Connections.LateAcknowledgements.ShouldBe(0);
    }

    [Fact]
    public async Task While_the_store_is_away_events_are_sent_back_and_come_again()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        server.Kill();
        var message = AMessage.InDirectChat().Saying("年假有几天？");
        (await Platform.Connections.PushAsync(message.ToEvent(Platform.Options))).Code.ShouldBe(500);

        var asking = bot.AskAsync(message);
        await Task.Delay(TimeSpan.FromSeconds(0.5));
        server.Resume();

        await asking;
        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
        Platform.Connections.LateAcknowledgements.ShouldBe(0);
    }
}
