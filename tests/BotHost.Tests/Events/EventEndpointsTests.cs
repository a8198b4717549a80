using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Events;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Events;

public sealed class EventEndpointsTests : IAsyncLifetime
{
    private static readonly FeishuPlatformOptions Plain = new() { EncryptKey = null };
    private readonly AMessage question = AMessage.InGroup().MentioningBot().Saying("年假有几天？");
    private EventHost host = null!;

    public async Task InitializeAsync() => host = await EventHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData(FeishuDelivery.EventsPath)]
    [InlineData(FeishuDelivery.CallbacksPath)]
    public async Task Pitfall_01_A_message_is_in_the_inbox_when_it_is_acknowledged(string path)
    {
        var envelope = question.ToEvent(host.App);
        using var response = await host.Delivery.PostAsync(envelope, path);
        (await response.Content.ReadAsStringAsync()).ShouldBe("{}");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");

        var entry = host.Accepted.ShouldHaveSingleItem();
        entry.Id.ShouldBe(question.MessageId);
        entry.Conversation.ShouldBe(question.ChatId);
        JsonNode.DeepEquals(JsonNode.Parse(entry.Payload), envelope).ShouldBeTrue();
        entry.TraceParent.ShouldNotBeNull().Length.ShouldBe(55);
        entry.CreatedAt.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe((string?)envelope["event"]!["message"]!["create_time"]);
        host.Counted.ShouldContain("wenlu.events.received im.message.receive_v1 accepted");
    }

    [Fact]
    public async Task A_thread_is_a_conversation_of_its_own()
    {
        await host.Delivery.SendAsync(question.InThread("omt_7"));
        host.Accepted.Single().Conversation.ShouldBe($"{question.ChatId}:omt_7");
    }

    [Fact]
    public async Task A_duplicate_is_acknowledged_and_counted()
    {
        (await host.Delivery.SendTwiceAsync(question)).Accepted.ShouldBeTrue();
        (await host.Delivery.SendAsync(question.InAnotherEvent())).Accepted.ShouldBeTrue();
        host.Accepted.Count.ShouldBe(1);
        host.Counted.Count(line => line.EndsWith("duplicate", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_store_the_platform_is_asked_to_send_again()
    {
        host.StoreIsDown = true;
        using var refused = await host.Delivery.PostAsync(question.ToEvent(host.App));
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await refused.Content.ReadAsStringAsync()).ShouldNotContain("store");
        host.StoreIsDown = false;
        (await host.Delivery.SendAsync(question)).Accepted.ShouldBeTrue();
        host.Accepted.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(FeishuDelivery.EventsPath)]
    [InlineData(FeishuDelivery.CallbacksPath)]
    public async Task Pitfall_05_A_challenge_is_answered_in_plain_JSON_with_and_without_a_signature_and_without_a_store(string path)
    {
        host.StoreIsDown = true;
        var challenge = Sealed.From(Envelope.Challenge(host.App, "a \"quoted\" 挑战"), host.App);
        foreach (var request in new[] { challenge, challenge with { Signature = null }, challenge with { Signature = new string('0', 64) } })
        {
            using var response = await host.Delivery.PostAsync(request, path);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            ((string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["challenge"]).ShouldBe("a \"quoted\" 挑战");
        }
    }

    [Theory]
    [InlineData(FeishuDelivery.EventsPath)]
    [InlineData(FeishuDelivery.CallbacksPath)]
    public async Task Pitfall_05_Without_a_key_a_challenge_that_names_the_token_is_answered_as_it_came(string path)
    {
        await using var plain = await EventHost.StartAsync(Plain);
        plain.StoreIsDown = true;
        using var response = await plain.Delivery.ChallengeAsync("abc", path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"challenge":"abc"}""");

        var forged = Envelope.Challenge(Plain, "abc");
        forged["token"] = "guess";
        (await plain.Delivery.PostAsync(forged, path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_platforms_own_challenge_is_answered()
    {
        var vector = CryptoVectors.Get("url_verification_encrypted");
        using var response = await host.Delivery.PostAsync(CryptoVectors.Request(vector));
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"challenge":"3f1b0c52-7a4e-4c0e-9a86-5d5fb5b9a001"}""");
    }

    [Fact]
    public async Task The_platforms_own_message_is_kept()
    {
        var vector = CryptoVectors.Get("message_event_encrypted_utf8");
        using var response = await host.Delivery.PostAsync(CryptoVectors.Request(vector));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Accepted.Single().Payload.ShouldBe((string)vector["plaintext"]!);
    }

    [Fact]
    public async Task Escaped_slashes_in_the_encrypted_text_are_taken()
    {
        var encrypted = Encoding.UTF8.GetString(Sealed.From(question.ToEvent(host.App), host.App).Body);
        var escaped = Encoding.UTF8.GetBytes(encrypted.Replace("/", "\\/", StringComparison.Ordinal));
        using var response = await host.Delivery.PostAsync(Sealed.Sign(escaped, host.App.EncryptKey!, DateTimeOffset.UtcNow));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Written anew, this body would have other bytes: white space, an unknown member, an escaped slash.</summary>
    [Fact]
    public async Task Pitfall_04_The_signature_is_that_of_the_bytes_as_they_came()
    {
        var encrypted = Encoding.UTF8.GetString(Sealed.From(question.ToEvent(host.App), host.App).Body);
        var body = encrypted.Replace("/", "\\/", StringComparison.Ordinal).Replace("{", "\r\n{\t\"extra\" : 1.0 ,\n", StringComparison.Ordinal) + "\n";
        var right = Sealed.Sign(Encoding.UTF8.GetBytes(body), host.App.EncryptKey!, DateTimeOffset.UtcNow);
        (await host.Delivery.PostAsync(right with { Signature = right.Signature!.ToUpperInvariant() })).StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Accepted.Count.ShouldBe(1);

        await ShouldRejectAsync(right with { Body = Encoding.UTF8.GetBytes(body.Trim()) }, 401, Rejection.SignatureMismatch);
    }

    [Theory]
    [InlineData("", nameof(Rejection.NotJson))]
    [InlineData("{", nameof(Rejection.NotJson))]
    [InlineData("not json", nameof(Rejection.NotJson))]
    [InlineData("{\"encrypt\":\"AAAA\"} trailing", nameof(Rejection.NotJson))]
    [InlineData("\uFEFF{}", nameof(Rejection.NotJson))]
    [InlineData("[]", nameof(Rejection.NotEncrypted))]
    [InlineData("null", nameof(Rejection.NotEncrypted))]
    [InlineData("{}", nameof(Rejection.NotEncrypted))]
    [InlineData("{\"encrypt\":null}", nameof(Rejection.NotDecryptable))]
    [InlineData("{\"encrypt\":{\"a\":1}}", nameof(Rejection.NotDecryptable))]
    [InlineData("{\"encrypt\":\"\"}", nameof(Rejection.NotDecryptable))]
    [InlineData("{\"encrypt\":\"\\u0041\\u0041\"}", nameof(Rejection.NotDecryptable))]
    [InlineData("{\"encrypt\":\"AAECAwQFBgcICQoLDA0ODw==\"}", nameof(Rejection.NotDecryptable))]
    public async Task A_signed_body_that_is_no_event_is_rejected(string body, string reason) =>
        await ShouldRejectAsync(
            Sealed.Sign(Encoding.UTF8.GetBytes(body), host.App.EncryptKey!, DateTimeOffset.UtcNow), 400, Enum.Parse<Rejection>(reason));

    [Theory]
    [InlineData("", nameof(Rejection.NotDecryptable))]
    [InlineData("[]", nameof(Rejection.NotAnEnvelope))]
    [InlineData("{\"encrypt\":\"AAAA\"}", nameof(Rejection.NotAnEnvelope))]
    [InlineData("{\"schema\":\"3.0\"}", nameof(Rejection.NotAnEnvelope))]
    [InlineData("{\"schema\":\"2.0\"}", nameof(Rejection.WrongToken))]
    [InlineData("{\"schema\":\"2.0\",\"header\":[],\"event\":1}", nameof(Rejection.WrongToken))]
    [InlineData("{\"type\":\"url_verification\",\"challenge\":\"x\",\"token\":\"wrong\"}", nameof(Rejection.WrongToken))]
    [InlineData("{\"type\":\"url_verification\",\"challenge\":1,\"token\":\"vt_kbbot_0001\"}", nameof(Rejection.Incomplete))]
    [InlineData("{\"schema\":\"2.0\",\"header\":{\"token\":\"vt_kbbot_0001\"}}", nameof(Rejection.OtherApp))]
    [InlineData("{\"schema\":\"2.0\",\"header\":{\"token\":\"vt_kbbot_0001\",\"app_id\":\"cli_other\",\"event_id\":\"1\"}}", nameof(Rejection.OtherApp))]
    [InlineData(
        "{\"schema\":\"2.0\",\"header\":{\"token\":\"vt_kbbot_0001\",\"app_id\":\"cli_a1b2c3d4e5f60718\",\"event_id\":\"1\"}}",
        nameof(Rejection.Incomplete))]
    [InlineData("{\"schema\":\"2.0\",\"header\":{\"token\":\"\\ud800\"}}", nameof(Rejection.NotJson))]
    [InlineData("{\"schema\":\"2.0\",", nameof(Rejection.NotJson))]
    public async Task Pitfall_41_An_encrypted_text_that_is_no_event_for_us_is_rejected(string plain, string reason)
    {
        var rejection = Enum.Parse<Rejection>(reason);
        await ShouldRejectAsync(Sealed.From(Encoding.UTF8.GetBytes(plain), host.App), rejection.Status(), rejection);
    }

    [Fact]
    public async Task Text_that_is_not_UTF8_is_rejected() =>
        await ShouldRejectAsync(Sealed.From([.. "{\"a\":\""u8, 0xFF, .. "\"}"u8], host.App), 400, Rejection.NotJson);

    [Fact]
    public async Task Deep_nesting_is_rejected_inside_and_outside_of_the_encryption()
    {
        var deep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000));
        await ShouldRejectAsync(Sealed.Sign(deep, host.App.EncryptKey!, DateTimeOffset.UtcNow), 400, Rejection.NotJson);
        await ShouldRejectAsync(Sealed.From(deep, host.App), 400, Rejection.NotJson);
    }

    [Fact]
    public async Task An_unsigned_or_wrongly_signed_event_is_rejected_without_saying_why()
    {
        var right = Sealed.From(question.ToEvent(host.App), host.App);
        await ShouldRejectAsync(right with { Signature = null }, 401, Rejection.Unsigned);
        await ShouldRejectAsync(right with { Nonce = "1" }, 401, Rejection.SignatureMismatch);
        // Bytes that do not even decrypt look the same from outside, or the answers would tell how to forge an event.
        await ShouldRejectAsync(right with { Body = "{\"encrypt\":\"AAAA\"}"u8.ToArray(), Signature = null }, 401, Rejection.Unsigned);
        await ShouldRejectAsync(right with { Body = [.. right.Body[..^20]] }, 401, Rejection.SignatureMismatch);
    }

    [Fact]
    public async Task A_plain_event_is_rejected_while_a_key_is_set()
    {
        var plain = Encoding.UTF8.GetBytes(question.ToEvent(host.App).ToJsonString());
        await ShouldRejectAsync(Sealed.Sign(plain, host.App.EncryptKey!, DateTimeOffset.UtcNow), 400, Rejection.NotEncrypted);
        await ShouldRejectAsync(new Sealed(plain, null, null, null), 400, Rejection.NotEncrypted);
    }

    [Theory]
    [InlineData("message_id", "")]
    [InlineData("message_id", "om_{x}")]
    [InlineData("chat_id", "oc:1")]
    [InlineData("thread_id", "a b")]
    public async Task A_message_with_an_impossible_id_is_rejected(string member, string value)
    {
        var envelope = question.ToEvent(host.App);
        envelope["event"]!["message"]![member] = value;
        await ShouldRejectAsync(Sealed.From(envelope, host.App), 400, Rejection.Incomplete);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_a_megabyte_is_too_large_announced_or_not(bool isChunked)
    {
        using var content = new ByteArrayContent(new byte[BoundedBody.MaxBytes + 1]);
        using var request = new HttpRequestMessage(HttpMethod.Post, FeishuDelivery.EventsPath) { Content = content };
        request.Headers.TransferEncodingChunked = isChunked;
        using var response = await host.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        host.Counted.ShouldContain("wenlu.events.rejected TooLarge");
    }

    [Fact]
    public async Task A_megabyte_is_read()
    {
        var envelope = Sealed.From(AMessage.InDirectChat().Saying(new string('年', 190_000)).ToEvent(host.App), host.App);
        envelope.Body.Length.ShouldBeInRange(700_000, BoundedBody.MaxBytes);
        using var response = await host.Delivery.PostAsync(envelope);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("im.chat.member.bot.added_v1", """{"chat_id":"oc_1","name":"g","external":false}""", "oc_1")]
    [InlineData("im.chat.member.bot.deleted_v1", """{"chat_id":"oc_1","operator_id":{"open_id":"ou_1"}}""", "oc_1")]
    [InlineData("im.chat.access_event.bot_p2p_chat_entered_v1", """{"chat_id":"oc_2","operator_id":{"open_id":"ou_1"}}""", "oc_2")]
    [InlineData("application.bot.menu_v6", """{"operator":{"operator_name":"n","operator_id":{"open_id":"ou_1"}},"event_key":"help","timestamp":1767000070}""", "ou_1")]
    public async Task An_event_around_the_chats_is_kept_once_by_its_own_id_in_order_with_its_place(string type, string body, string conversation)
    {
        var envelope = Envelope.Version2(host.App, type, "e1", "1767000000123", JsonNode.Parse(body)!.AsObject());
        (await host.Delivery.SendAsync(envelope)).Accepted.ShouldBeTrue();
        (await host.Delivery.SendAsync(envelope)).Accepted.ShouldBeTrue();
        var entry = host.Accepted.ShouldHaveSingleItem();
        (entry.Id, entry.Conversation).ShouldBe(("e1", conversation));
        // Their time of creation does not let them expire.
        (DateTimeOffset.UtcNow - entry.CreatedAt).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        host.Counted.ShouldContain($"wenlu.events.received {type} duplicate");

        envelope["event"] = new JsonObject();
        await ShouldRejectAsync(Sealed.From(envelope, host.App), 400, Rejection.Incomplete);
    }

    [Fact]
    public async Task A_recall_is_heard_before_it_is_acknowledged_and_does_not_queue()
    {
        var recall = Envelope.Version2(
            host.App, "im.message.recalled_v1", "e1", "1767000008000", new JsonObject { ["message_id"] = "om_1", ["chat_id"] = "oc_1" });
        host.Observer.Fails = true;
        using (var refused = await host.Delivery.PostAsync(recall))
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        host.Observer.Fails = false;
        (await host.Delivery.SendAsync(recall)).Accepted.ShouldBeTrue();
        host.Observer.Seen.ShouldHaveSingleItem().ShouldBe(new Incoming.Recall("om_1"));
        host.Accepted.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_is_heard_when_it_is_safe()
    {
        host.Observer.Fails = true;
        using (var refused = await host.Delivery.PostAsync(question.ToEvent(host.App)))
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        host.Accepted.ShouldHaveSingleItem();
        host.Observer.Fails = false;
        (await host.Delivery.SendAsync(question)).Accepted.ShouldBeTrue();
        host.Observer.Seen.ShouldHaveSingleItem().ShouldBeOfType<Incoming.Kept>().Id.ShouldBe(question.MessageId);
    }

    [Fact]
    public async Task Pitfall_06_An_unknown_type_is_acknowledged_and_counted()
    {
        var envelope = Envelope.Version2(host.App, "contact.user.created_v3", "e1", "1767000000123000", []);
        (await host.Delivery.SendAsync(envelope)).ShouldBe(new Wenlu.StandIns.Feishu.Delivery(true, 1, 200, "{}"));
        host.Counted.ShouldContain("wenlu.events.received unknown ignored");
        host.Accepted.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_old_envelope_is_acknowledged_and_its_app_and_token_are_checked()
    {
        var envelope = Envelope.Version1(host.App, "p2p_chat_create", []);
        (await host.Delivery.SendAsync(envelope)).Accepted.ShouldBeTrue();
        envelope["event"]!["app_id"] = "cli_other";
        await ShouldRejectAsync(Sealed.From(envelope, host.App), 401, Rejection.OtherApp);
        envelope["token"] = "wrong";
        await ShouldRejectAsync(Sealed.From(envelope, host.App), 401, Rejection.WrongToken);
    }

    [Theory]
    [InlineData(FeishuDelivery.EventsPath)]
    [InlineData(FeishuDelivery.CallbacksPath)]
    public async Task A_click_is_handed_on_and_answered_with_a_toast(string path)
    {
        var click = ACardAction.On("om_9", "oc_9").By("ou_9")
            .Sending(new JsonObject { ["vote"] = "up" })
            .Filling(new JsonObject { ["reason"] = "旧" });
        using var response = await host.Delivery.ClickAsync(click, path);
        var answer = await response.Content.ReadAsStringAsync();
        JsonNode.DeepEquals(
            JsonNode.Parse(answer),
            JsonNode.Parse("""{"toast":{"type":"success","content":"感谢反馈","i18n":{"zh_cn":"感谢反馈","en_us":"Thanks"}}}""")).ShouldBeTrue(answer);

        var action = host.Clicks.Seen.ShouldHaveSingleItem();
        (action.EventId, action.OperatorOpenId, action.OperatorTenantKey).ShouldBe((click.EventId, "ou_9", host.App.TenantKey));
        (action.MessageId, action.ChatId).ShouldBe(("om_9", "oc_9"));
        action.Value.GetProperty("vote").GetString().ShouldBe("up");
        action.FormValue!.Value.GetProperty("reason").GetString().ShouldBe("旧");
    }

    [Fact]
    public async Task Pitfall_33_A_click_that_fails_or_hangs_is_answered_with_a_neutral_toast_in_time()
    {
        foreach (var answer in new Func<CancellationToken, Task<CardActionReply>>[] { _ => throw new InvalidOperationException("inner"), Hang })
        {
            host.Clicks.Answer = answer;
            var started = DateTime.UtcNow;
            using var response = await host.Delivery.ClickAsync(ACardAction.On("om_9", "oc_9"));
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            (DateTime.UtcNow - started).ShouldBeLessThan(TimeSpan.FromSeconds(3));
            var text = await response.Content.ReadAsStringAsync();
            text.ShouldContain("error");
            text.ShouldNotContain("inner");
        }

        static async Task<CardActionReply> Hang(CancellationToken cancellationToken)
        {
            await new TaskCompletionSource().Task;
            throw new InvalidOperationException("nobody gets here");
        }
    }

    [Fact]
    public async Task A_click_of_nobody_is_rejected()
    {
        var envelope = ACardAction.On("om_9", "oc_9").ToCallback(host.App);
        envelope["event"]!.AsObject().Remove("operator");
        await ShouldRejectAsync(Sealed.From(envelope, host.App), 400, Rejection.Incomplete);
    }

    [Fact]
    public async Task An_old_card_callback_is_recognised_and_the_operator_learns_what_to_change()
    {
        var body = Encoding.UTF8.GetBytes((string)CryptoVectors.LegacyCallback["body"]!);
        var signature = (string)CryptoVectors.LegacyCallback["signature_sha1"]!;
        await ShouldRejectAsync(new Sealed(body, "1767000002", "55667788", signature), 400, Rejection.LegacyCallback);
        host.Logs.Warnings.ShouldContain("card.action.trigger_v1");
    }

    [Fact]
    public async Task Without_a_key_the_token_is_what_counts()
    {
        await using var plain = await EventHost.StartAsync(Plain);
        (await plain.Delivery.SendAsync(question)).Accepted.ShouldBeTrue();
        plain.Accepted.Count.ShouldBe(1);
        using (var challenge = await plain.Delivery.ChallengeAsync("abc"))
            (await challenge.Content.ReadAsStringAsync()).ShouldBe("""{"challenge":"abc"}""");

        var forged = question.ToEvent(Plain);
        forged["header"]!["token"] = "guess";
        (await plain.Delivery.PostAsync(forged)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        forged["header"]!.AsObject().Remove("token");
        (await plain.Delivery.PostAsync(forged)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await plain.Delivery.PostAsync(Sealed.From(question.ToEvent(host.App), host.App))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        plain.Logs.Warnings.ShouldContain("Feishu:EncryptKey is empty");
        plain.Accepted.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_alone_is_enough()
    {
        await using var keyed = await EventHost.StartAsync(change: settings => settings["Feishu:VerificationToken"] = "");
        (await keyed.Delivery.SendAsync(question)).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_an_app_there_are_no_such_routes()
    {
        await using var bare = await EventHost.StartAsync(change: settings => settings["Feishu:AppId"] = "");
        (await bare.Delivery.PostAsync(question.ToEvent(host.App))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await bare.Delivery.ClickAsync(ACardAction.On("om_9", "oc_9"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Logs_contain_neither_text_nor_secrets()
    {
        await host.Delivery.SendAsync(question);
        host.StoreIsDown = true;
        await host.Delivery.PostAsync(question.InAnotherEvent().ToEvent(host.App));
        foreach (var secret in new[] { "年假", host.App.EncryptKey!, host.App.VerificationToken, host.App.AppSecret })
            host.Logs.All.ShouldNotContain(secret);
    }

    private async Task ShouldRejectAsync(Sealed request, int status, Rejection reason)
    {
        var accepted = host.Accepted.Count;
        using var response = await host.Delivery.PostAsync(request);
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        problem.EnumerateObject().Select(member => member.Name).ShouldBeSubsetOf(["type", "title", "status", "traceId"]);
        host.Logs.Warnings.ShouldContain(reason.Explain());
        host.Counted.ShouldContain($"wenlu.events.rejected {reason}");
        host.Accepted.Count.ShouldBe(accepted);
        host.Clicks.Seen.ShouldBeEmpty();
    }
}
