using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.StandIns.Feishu;

/// <summary>The stand-in must be strict, or every test that leans on it proves less than it says.</summary>
public sealed class FeishuPlatformTests : IAsyncLifetime
{
    private readonly AMessage question = AMessage.InGroup().MentioningBot().Saying("年假有几天？");
    private readonly ManualTime time = new();
    private FeishuPlatform platform = null!;
    private PlatformClient client = null!;

    public async Task InitializeAsync()
    {
        platform = await FeishuPlatform.StartAsync(new FeishuPlatformOptions { Time = time });
        client = await new PlatformClient(platform).LogInAsync();
        platform.Take(question.ToEvent(platform.Options));
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task A_card_that_is_streamed_and_closed_is_seen_as_finished()
    {
        var card = await client.CreateCardAsync();
        (await client.ReplyAsync(question.MessageId, card, "answer-1")).Code().ShouldBe(0);
        (await client.StreamAsync(card, 1, "入职")).Code().ShouldBe(0);
        platform.FinishedCards(question.MessageId).ShouldBeEmpty();
        (await client.StreamAsync(card, 2, "入职满一年")).Code().ShouldBe(0);
        (await client.CloseAsync(card, 3)).Code().ShouldBe(0);
        platform.FinishedCards(question.MessageId).ShouldBeEmpty();
        (await client.SendAsync(HttpMethod.Delete, $"cardkit/v1/cards/{card}/elements/status", new { sequence = 4 })).Code().ShouldBe(0);

        var finished = await platform.CardFinishedAsync(question.MessageId);
        finished.Answer.ShouldBe("入职满一年");
        finished.Frames.ShouldBe(["入职", "入职满一年"]);
        finished.Message.ParentId.ShouldBe(question.MessageId);
        platform.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sequence_number_must_grow_over_all_kinds_of_operation()
    {
        var card = await client.CreateCardAsync();
        await client.StreamAsync(card, 5, "a", uuid: "text");
        (await client.CloseAsync(card, 5)).Code().ShouldBe(300317);
        (await client.CloseAsync(card, 6)).Code().ShouldBe(0);
    }

    [Fact]
    public async Task One_uuid_is_one_operation()
    {
        var card = await client.CreateCardAsync();
        await client.StreamAsync(card, 1, "a", uuid: "u");
        (await client.StreamAsync(card, 1, "a", uuid: "u")).Code().ShouldBe(0);
        (await client.StreamAsync(card, 2, "b", uuid: "u")).Code().ShouldBe(200770);
        platform.Cards.Single().History.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Streaming_ends_by_itself_and_can_be_closed()
    {
        var card = await client.CreateCardAsync();
        time.Advance(TimeSpan.FromMinutes(10));
        (await client.StreamAsync(card, 1, "late")).Code().ShouldBe(200850);
        (await client.CloseAsync(card, 2)).Code().ShouldBe(0);
        (await client.StreamAsync(card, 3, "later")).Code().ShouldBe(300309);
    }

    [Fact]
    public async Task An_entity_is_shown_once()
    {
        var card = await client.CreateCardAsync();
        await client.ReplyAsync(question.MessageId, card, "first");
        (await client.ReplyAsync(question.MessageId, card, "second")).Code().ShouldBe(230099);
        platform.RepliesTo(question.MessageId).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_uuid_gives_the_first_message_again()
    {
        var card = await client.CreateCardAsync();
        var first = await client.ReplyAsync(question.MessageId, card, "once");
        var second = await client.ReplyAsync(question.MessageId, card, "once");
        second.GetProperty("data").GetRawText().ShouldBe(first.GetProperty("data").GetRawText());
        platform.RepliesTo(question.MessageId).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Six_messages_a_second_are_one_too_many_for_a_chat()
    {
        for (var sent = 0; sent < 5; sent++) (await client.SayAsync(question.MessageId, "hi")).Code().ShouldBe(0);
        (await client.SayAsync(question.MessageId, "hi")).Code().ShouldBe(230020);
        time.Advance(TimeSpan.FromSeconds(1));
        (await client.SayAsync(question.MessageId, "hi")).Code().ShouldBe(0);
    }

    [Fact]
    public async Task Eleven_operations_a_second_are_one_too_many_for_a_card()
    {
        var card = await client.CreateCardAsync();
        for (var sequence = 1; sequence <= 10; sequence++) (await client.StreamAsync(card, sequence, "a")).Code().ShouldBe(0);
        (await client.StreamAsync(card, 11, "a")).Code().ShouldBe(99991400);
    }

    [Fact]
    public async Task Fifty_one_calls_of_one_kind_in_a_second_are_one_too_many()
    {
        for (var call = 0; call < 50; call++) (await client.SendAsync(HttpMethod.Get, "bot/v3/info", null)).Code().ShouldBe(0);
        (await client.SendAsync(HttpMethod.Get, "bot/v3/info", null)).Code().ShouldBe(99991400);
    }

    [Fact]
    public async Task A_token_stays_the_same_until_half_an_hour_is_left_and_old_and_new_are_then_good()
    {
        time.Advance(TimeSpan.FromMinutes(89));
        await new PlatformClient(platform).LogInAsync();
        platform.TokensIssued.ShouldBe(1);
        time.Advance(TimeSpan.FromMinutes(2));
        using var other = await new PlatformClient(platform).LogInAsync();
        platform.TokensIssued.ShouldBe(2);
        (await client.SendAsync(HttpMethod.Get, "bot/v3/info", null)).Code().ShouldBe(0);
        platform.ExpireAllTokens();
        (await client.SendAsync(HttpMethod.Get, "bot/v3/info", null)).Code().ShouldBe(99991663);
    }

    [Fact]
    public async Task Recalled_messages_and_left_chats_take_no_reply()
    {
        platform.RemoveBotFromChat(question.ChatId);
        (await client.SayAsync(question.MessageId, "hi")).Code().ShouldBe(230002);
        platform.RecallMessage(question.MessageId);
        (await client.SayAsync(question.MessageId, "hi")).Code().ShouldBe(230011);
    }

    [Fact]
    public async Task Without_its_scope_CardKit_is_closed()
    {
        platform.CardKitScope = false;
        (await client.PostAsync("cardkit/v1/cards", new { type = "card_json", data = CardSamples.Streaming })).Code().ShouldBe(99991672);
    }

    [Fact]
    public async Task A_reaction_stands_once_and_only_the_bots_own_can_go()
    {
        var path = $"im/v1/messages/{question.MessageId}/reactions";
        var added = await client.PostAsync(path, new { reaction_type = new { emoji_type = "Typing" } });
        var id = added.GetProperty("data").GetProperty("reaction_id").GetString();
        (await client.SendAsync(HttpMethod.Delete, $"{path}/{id}", null)).Code().ShouldBe(0);
        (await client.SendAsync(HttpMethod.Delete, $"{path}/{id}", null)).Code().ShouldBe(231003);
        platform.Violations.ShouldBeEmpty();

        (await client.PostAsync(path, new { reaction_type = new { emoji_type = "Typing" } })).Code().ShouldBe(231015);
        (await client.PostAsync(path, new { reaction_type = new { emoji_type = "typing" } })).Code().ShouldBe(231001);
        (await client.SendAsync(HttpMethod.Delete, $"{path}/rct_unknown", null)).Code().ShouldBe(231003);
        platform.Violations.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_not_expected_is_a_violation()
    {
        await client.PostAsync("im/v1/messages/om_1/forward", new { });
        await client.SendAsync(HttpMethod.Get, "bot/v3/info?x=1", null);
        var reply = new { msg_type = "text", content = """{"text":"a"}""", colour = "red" };
        await client.PostAsync($"im/v1/messages/{question.MessageId}/reply", reply);
        platform.Violations.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_batch_takes_effect_as_a_whole_or_not_at_all()
    {
        var card = await client.CreateCardAsync();
        var actions =
            """
            [{"action":"delete_elements","params":{"element_ids":["status"]}},
             {"action":"add_elements","params":{"type":"insert_after","target_element_id":"answer","elements":[{"tag":"hr","element_id":"ANSWER"}]}}]
            """;
        (await client.BatchAsync(card, 1, actions.Replace("ANSWER", "answer", StringComparison.Ordinal))).Code().ShouldBe(300301);
        platform.Cards.Single().Json.ToJsonString().ShouldContain("status");
        (await client.BatchAsync(card, 2, actions.Replace("ANSWER", "line", StringComparison.Ordinal))).Code().ShouldBe(0);
        var elements = platform.Cards.Single().Json["body"]!["elements"]!.AsArray();
        elements.Select(element => (string?)element!["element_id"]).ShouldBe(["answer", "line"]);
    }

    [Fact]
    public async Task A_lost_answer_may_have_taken_effect()
    {
        platform.ResetNext("/open-apis/im/v1/messages/*/reply", afterEffect: true);
        await Should.ThrowAsync<HttpRequestException>(() => client.SayAsync(question.MessageId, "hi", "u"));
        platform.RepliesTo(question.MessageId).Count.ShouldBe(1);
        (await client.SayAsync(question.MessageId, "hi", "u")).Code().ShouldBe(0);
        platform.RepliesTo(question.MessageId).Count.ShouldBe(1);
    }

    private sealed class ManualTime : TimeProvider
    {
        private DateTimeOffset now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;

        public void Advance(TimeSpan by) => now += by;
    }
}
