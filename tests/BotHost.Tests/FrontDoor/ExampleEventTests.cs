using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;
using Way = Wenlu.BotHost.Feishu.Delivery;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>The platform's own examples of its events, as they stand in its documents but for the hour.</summary>
public abstract class ExampleEventTests() : FrontDoor(string.Empty)
{
    private const string Messages = "event_im_message_receive_";
    private static readonly string[] Answered = ["group_text", "p2p_text", "p2p_post", "thread_reply"];
    private static readonly string[] Unanswered = ["at_all", "other_mention", "from_bot"];

    [Fact]
    public async Task Messages_are_answered_when_they_are_for_the_bot_and_a_recall_forgets_its_question()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Otherwise = _ => ModelReply.Says("年假十天。[1]");
        Platform.HoldResource("om_x0000000000000000000000000000003", "img_v3_0000_00000000-0000-0000-0000-000000000001", "image", [1, 2, 3]);

        foreach (var name in Unanswered.Concat(Answered))
            await SendAsync(bot, Messages + name);

        foreach (var name in Answered)
            (await Platform.CardFinishedAsync(IdOf(name))).AllText.ShouldNotContain("@_user");
        Platform.RepliesTo(IdOf("thread_reply")).ShouldHaveSingleItem().ThreadId.ShouldBe("omt_000000000001");
        Unanswered.ShouldAllBe(name => Platform.RepliesTo(IdOf(name)).Count == 0);
        Model.Requests.ShouldContain(request => request.User.Contains("年假怎么申请？ @李雷 也想知道", StringComparison.Ordinal));
        await IdleAsync(bot);
        await SendAsync(bot, "event_im_message_recalled");
        (await StoreContents.WhereAsync(bot, "年假怎么申请")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Events_around_the_chats_are_answered_where_somebody_waits_and_everything_else_is_acknowledged()
    {
        var bot = await StartKnowingLeaveAsync();
        string[] cards = ["event_im_chat_member_bot_added", "event_bot_p2p_chat_entered", "event_bot_menu"];
        string[] silent = [.. Names.Except(cards).Where(name => name.StartsWith("event_", StringComparison.Ordinal) && !name.StartsWith(Messages, StringComparison.Ordinal))];

        foreach (var name in cards)
            await SendAsync(bot, name);
        await IdleAsync(bot);
        foreach (var name in silent)
            await SendAsync(bot, name);

        await IdleAsync(bot);
        silent.Length.ShouldBeGreaterThan(9);
        Platform.Messages.Count(message => message is { FromBot: true, MessageType: "interactive" }).ShouldBe(cards.Length);
        Platform.Messages.Count(message => message.FromBot).ShouldBe(cards.Length);
        (await bot.Service<EventInbox>().ListParkedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Clicks_that_mean_no_answer_of_ours_get_a_toast()
    {
        var bot = await StartAsync();

        foreach (var name in Names.Where(name => name.StartsWith("callback_", StringComparison.Ordinal)))
        {
            using var response = await bot.Delivery.PostAsync(Read(name), FeishuDelivery.CallbacksPath);
            JsonNode.Parse(await response.Content.ReadAsStringAsync())!["toast"]!["type"]!.GetValue<string>().ShouldBe("info", name);
        }
    }

    private static async Task SendAsync(Bot bot, string name) => (await bot.Delivery.SendAsync(Read(name))).ShouldSatisfyAllConditions(
        name, delivery => delivery.Accepted.ShouldBeTrue(), delivery => delivery.Attempts.ShouldBe(1));

    private static Task IdleAsync(Bot bot) => Eventually.TrueAsync(async () => (await bot.Service<EventInbox>().ReadDepthAsync()).Pending == 0);

    private static string IdOf(string message) => Read(Messages + message)["event"]!["message"]!["message_id"]!.GetValue<string>();

    private static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(ExamplesFolder(), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    /// <summary>What was written last year is not answered today.</summary>
    private static JsonObject Read(string name)
    {
        var example = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(ExamplesFolder(), $"{name}.json"), Encoding.UTF8))!;
        if (example["event"]!["message"] is JsonObject message)
            message["create_time"] = $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";
        return example;
    }

    private static string ExamplesFolder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "Events", "examples");
}

public sealed class ExampleEventsByWebhook : ExampleEventTests;

public sealed class ExampleEventsByLongConnection : ExampleEventTests
{
    private protected override Way Way => Way.LongConnection;
}
