using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Tests.Events;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;
using Way = Wenlu.BotHost.Feishu.Delivery;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>The life of the connection itself, with a real platform at its other end.</summary>
public sealed class LongConnectionTests() : FrontDoor(string.Empty)
{
    private protected override Way Way => Way.LongConnection;

    [Fact]
    public async Task Pitfall_10_Events_and_callbacks_of_either_type_arrive_in_however_many_frames()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.Connections.Fragments = new Fragments(5, Shuffled: true);
        var card = await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));

        foreach (var type in new[] { "card", "event" })
        {
            Platform.Connections.CallbackType = type;
            using var answer = await bot.Delivery.ClickAsync(ACardAction.On(card).Pressing(Vote(card)));
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("toast").GetProperty("type").GetString().ShouldBe("success");
        }
    }

    [Fact]
    public async Task The_webhook_addresses_do_not_exist_for_nobody_there_could_prove_who_he_is()
    {
        var bot = await StartKnowingLeaveAsync();
        using var webhook = new FeishuDelivery(bot.Address, Platform);
        foreach (var path in new[] { FeishuDelivery.EventsPath, FeishuDelivery.CallbacksPath })
        {
            using var response = await webhook.PostAsync(AMessage.InDirectChat().Saying("年假有几天？").ToEvent(Platform.Options), path);
            ((int)response.StatusCode).ShouldBe(404);
        }

        Platform.Cards.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bot_that_knows_no_secret_but_the_apps_own_takes_what_the_connection_brings()
    {
        var bot = await StartKnowingLeaveAsync("--Feishu:EncryptKey=", "--Feishu:VerificationToken=");
        Model.Then(ModelReply.Says("年假十天。[1]"));
        (await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"))).Answer.ShouldContain("年假十天");
    }

    [Fact]
    public async Task Pitfall_41_An_event_of_another_app_or_none_at_all_is_not_acknowledged()
    {
        var bot = await StartKnowingLeaveAsync();
        var foreign = AMessage.InDirectChat().Saying("年假有几天？").ToEvent(Platform.Options);
        foreign["header"]!["app_id"] = "cli_of_somebody_else";

        (await Platform.Connections.PushAsync(foreign)).Code.ShouldBe(500);
        (await Platform.Connections.PushAsync(new JsonObject { ["hello"] = "world" })).Code.ShouldBe(500);

        (await bot.Http.GetStringAsync("/metrics")).ShouldContain("OtherApp");
    }

    [Fact]
    public async Task A_card_callback_of_the_old_kind_is_turned_away_and_troubles_nobody()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var old = (JsonObject)JsonNode.Parse((string)CryptoVectors.LegacyCallback["body"]!)!;

        foreach (var type in new[] { "card", "event" })
        {
            Platform.Connections.CallbackType = type;
            (await Platform.Connections.PushAsync(old)).Code.ShouldBe(500);
        }

        (await bot.Http.GetStringAsync("/metrics")).ShouldContain("LegacyCallback");
        await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
    }

    [Fact]
    public async Task The_connection_is_asked_for_at_whatever_host_the_settings_name()
    {
        // As https://open.larksuite.com would be: another host, and a slash behind it.
        var lark = new UriBuilder(Platform.BaseUrl) { Host = "localhost", Path = "/" }.Uri;
        await StartAsync($"--Feishu:BaseUrl={lark}");
        Platform.Connections.Open.Count.ShouldBe(1);
        Platform.Calls.ShouldContain(call => call.Path == ConnectionDesk.DiscoveryPath && call.Code == 0);
    }

    [Fact]
    public async Task Pitfall_08_A_dropped_connection_is_opened_again_each_time_and_no_event_is_lost()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        for (var drop = 1; drop <= 2; drop++)
        {
            var connection = Platform.Connections.Open.ShouldHaveSingleItem();
            if (drop == 1)
                connection.Break();
            else
                await connection.CloseAsync();
            await connection.Ended;
            // Nobody is there: the platform's next attempts fail, until one does not.
            await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
            Platform.Connections.All.Count.ShouldBe(drop + 1);
        }
    }

    [Fact]
    public async Task Pitfall_02_An_event_whose_acknowledgement_was_lost_comes_again_and_is_answered_once()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        var message = AMessage.InDirectChat().Saying("年假有几天？");
        var connection = Platform.Connections.Open.ShouldHaveSingleItem();
        connection.Deafen();

        var sending = bot.Delivery.SendAsync(message);
        await Platform.CardFinishedAsync(message.MessageId);
        connection.Break();

        (await sending).ShouldSatisfyAllConditions(delivery => delivery.Accepted.ShouldBeTrue(), delivery => delivery.Attempts.ShouldBeGreaterThan(1));
        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
        Model.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pitfall_07_A_half_open_connection_is_noticed_and_replaced_and_no_event_is_lost()
    {
        Platform.Connections.Config = Platform.Connections.Config with { PingInterval = 1 };
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.Says("年假十天。[1]"));
        await Platform.WaitForAsync(() => Platform.Connections.All[0].Pings > 1 ? Platform : null, "a second ping");
        Platform.Connections.All[0].Freeze();

        await Platform.ConnectedAsync(2, TimeSpan.FromSeconds(40));
        Platform.Connections.All[0].IsOpen.ShouldBeFalse("the dead connection is not kept beside the new one");
        await bot.AskAsync(AMessage.InDirectChat().Saying("年假有几天？"));
    }

    [Fact]
    public async Task A_pong_changes_the_rhythm_of_the_pings_at_once()
    {
        await StartAsync();
        var connection = Platform.Connections.Open.ShouldHaveSingleItem();
        await Platform.WaitForAsync(() => connection.Pings > 0 ? connection : null, "the first ping");
        Platform.Connections.Config = Platform.Connections.Config with { PingInterval = 1 };
        await connection.SendControlAsync("pong", """{"PingInterval":1}""");
        await Platform.WaitForAsync(() => connection.Pings > 2 ? connection : null, "pings every second");
    }

    [Fact]
    public async Task A_platform_in_trouble_is_asked_again_until_it_answers()
    {
        Platform.FailNext("POST /callback/ws/endpoint", status: 500);
        Platform.FailNext("POST /callback/ws/endpoint", status: 200, code: 1000040343);
        Platform.Connections.RefuseNextHandshake(514, "ticket expired");
        await StartAsync();
        Platform.Connections.Open.Count.ShouldBe(1);
        Platform.Calls.Count(call => call.Path == ConnectionDesk.DiscoveryPath).ShouldBe(4, "every try asks for an address of its own");
    }

    [Fact]
    public async Task Pitfall_09_Readiness_tells_whether_there_is_a_connection_for_the_console_to_find()
    {
        var bot = await StartAsync();
        (await ReadyAsync(bot)).ShouldContain("\"longConnection\":{\"status\":\"ok\"");
        Platform.FailNext("POST /callback/ws/endpoint", count: 1000, status: 500);
        Platform.Connections.Open.ShouldHaveSingleItem().Break();

        await Eventually.TrueAsync(async () => (await ReadyAsync(bot)).Contains("\"longConnection\":{\"status\":\"degraded\"", StringComparison.Ordinal));
        (await bot.Http.GetStringAsync("/metrics")).ShouldContain("wenlu_connection_open");
    }

    [Fact]
    public async Task A_refusal_for_good_ends_the_trying_and_fails_readiness_with_a_sentence()
    {
        var bot = await StartAsync();
        Platform.FailNext("POST /callback/ws/endpoint", count: 1000, status: 200, code: 403);
        Platform.Connections.Open.ShouldHaveSingleItem().Break();

        await Eventually.TrueAsync(async () =>
        {
            using var response = await bot.Http.GetAsync("/health/ready");
            return (int)response.StatusCode == 503 && (await response.Content.ReadAsStringAsync()).Contains("Feishu:Delivery", StringComparison.Ordinal);
        });
        await Task.Delay(1500);
        Platform.Calls.Count(call => call is { Path: ConnectionDesk.DiscoveryPath, Code: 403 }).ShouldBe(1);
    }

    [Fact]
    public async Task It_says_goodbye_when_it_stops()
    {
        var bot = await StartAsync();
        var connection = Platform.Connections.Open.ShouldHaveSingleItem();
        await StopAsync(bot);
        await connection.Ended.WaitAsync(TimeSpan.FromSeconds(5));
        connection.WasLeft.ShouldBeTrue();
    }

    private static CardButton Vote(FinishedCard card) => card.Buttons.First(button => button.Value?["vote"] is not null);

    private static async Task<string> ReadyAsync(Bot bot)
    {
        using var response = await bot.Http.GetAsync("/health/ready");
        return await response.Content.ReadAsStringAsync();
    }
}
