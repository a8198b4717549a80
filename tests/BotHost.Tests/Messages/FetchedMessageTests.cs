using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Messages;

namespace Wenlu.BotHost.Tests.Messages;

public sealed class FetchedMessageTests
{
    private static readonly HashSet<string> Ours = ["ou_bot"];

    [Fact]
    public void Ids_of_mentions_are_plain_texts_here_and_the_bots_own_name_disappears()
    {
        var item = Text("om_1", "@_user_1 找 @_user_2", "1") with
        {
            Mentions = [new("@_user_1", "ou_bot", "open_id", "助手"), new("@_user_2", "ou_lilei", "open_id", "李雷")],
        };

        var message = FetchedMessage.Read("om_1", [item], Ours).ShouldNotBeNull();

        message.Body.Markdown.ShouldBe("找 @李雷");
    }

    [Fact]
    public void A_parcel_is_read_in_the_order_of_writing_with_the_parcel_within_it_in_its_place()
    {
        MessageItem[] items =
        [
            Forward("om_p", null, "9"), Text("om_c", "第三", "30") with { UpperMessageId = "om_p", Sender = new("ou_a", "user") },
            Text("om_a", "第一", "10") with { UpperMessageId = "om_p", Sender = new("ou_a", "user") }, Forward("om_q", "om_p", "20"),
            Text("om_b", "第二", "1") with { UpperMessageId = "om_q", Sender = new("ou_b", "user") },
            Text("om_d", "不在里面", "1") with { UpperMessageId = "om_elsewhere" },
        ];

        var message = FetchedMessage.Read("om_p", items, Ours).ShouldNotBeNull();

        message.Forwarded.ShouldBe("A: 第一\n\nB: 第二\n\nA: 第三");
        message.ForwardedCount.ShouldBe(3);
    }

    [Fact]
    public void Parcels_that_contain_each_other_come_to_an_end_and_a_long_one_is_cut()
    {
        FetchedMessage.Read("om_p", [Forward("om_p", "om_q", "1"), Forward("om_q", "om_p", "2")], Ours).ShouldNotBeNull();
        var many = Enumerable.Range(0, 500).Select(number => Text($"om_{number}", $"{number}", $"{number}") with { UpperMessageId = "om_p" });
        FetchedMessage.Read("om_p", [Forward("om_p", null, "0"), .. many], Ours)!.ForwardedCount.ShouldBe(FetchedMessage.MostForwarded);
    }

    [Fact]
    public void What_was_deleted_or_is_not_there_is_nothing()
    {
        FetchedMessage.Read("om_1", [Text("om_1", "x", "1") with { Deleted = true }], Ours).ShouldBeNull();
        FetchedMessage.Read("om_1", [], Ours).ShouldBeNull();
        FetchedMessage.Read("om_1", [new(null, null, null, null, false, null, null, null)], Ours)!.Body.Sentence.ShouldNotBeNull();
    }

    private static MessageItem Text(string id, string text, string at) =>
        new(id, null, "text", at, false, new ItemSender("ou_x", "user"), new ItemBody($$"""{"text":"{{text}}"}"""), null);

    private static MessageItem Forward(string id, string? upper, string at) =>
        new(id, upper, "merge_forward", at, false, new ItemSender("ou_x", "user"), new ItemBody("""{"content":"Merged and Forwarded Message"}"""), null);
}
