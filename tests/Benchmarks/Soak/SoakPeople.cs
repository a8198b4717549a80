using System.Text.Json.Nodes;
using Wenlu.StandIns.Feishu;

namespace Wenlu.Benchmarks.Soak;

/// <summary>What is asked of the bot, and whether the platform got its acknowledgement.</summary>
internal sealed record SoakQuestion(AMessage Message)
{
    public Delivery? Delivery { get; set; }

    public bool IsAccepted => Delivery is { Accepted: true };

    public bool IsRecalled { get; set; }
}

/// <summary>
/// Who says what, where: many rooms and many people, so that each asks no more often than a person does, and most of what they say
/// is not for the bot.
/// </summary>
internal sealed class SoakPeople(FeishuPlatformOptions app, Random random)
{
    private const int Rooms = 250;
    private const string Colleague = "ou_000000000000000000000000000bbbb1";
    private int number;

    /// <summary>Every person in turn; a third directly, a third in groups, a third in threads.</summary>
    public AMessage Question()
    {
        var (person, room) = (Person(++number), $"{number % Rooms:D5}");
        var message = (number % 3) switch
        {
            0 => AMessage.InDirectChat($"oc_00000000000000000000000000d{room}").From(person),
            1 => AMessage.InGroup($"oc_00000000000000000000000000a{room}").From(person).MentioningBot(),
            _ => AMessage.InGroup($"oc_00000000000000000000000000b{room}").InThread($"omt_0000000{room}").From(person).MentioningBot(),
        };
        return message.Saying($"我是第{number}号员工，年假有几天？");
    }

    public AMessage Chatter() => InSomeGroup().Saying("中午吃什么？年假的事回头再说");

    public AMessage ToEverybody() => InSomeGroup().MentioningAll().Saying("请大家周五前填好年假申请");

    public AMessage ToSomebodyElse() => InSomeGroup().Mentioning(Colleague, "李雷").Saying("你的年假有几天？");

    public AMessage ByAnotherBot() => InSomeGroup().MentioningBot().FromAnotherBot().Saying("年假有几天？");

    public JsonObject Reaction(string messageId) => Event("im.message.reaction.created_v1", new JsonObject
    {
        ["message_id"] = messageId,
        ["reaction_type"] = new JsonObject { ["emoji_type"] = "THUMBSUP" },
        ["operator_type"] = "user",
        ["user_id"] = new JsonObject { ["union_id"] = "on_1", ["user_id"] = "", ["open_id"] = Colleague },
        ["action_time"] = Now,
    });

    public JsonObject Recall(AMessage message) => Event("im.message.recalled_v1", new JsonObject
    {
        ["message_id"] = message.MessageId,
        ["chat_id"] = message.ChatId,
        ["recall_time"] = Now,
        ["recall_type"] = "message_owner",
    });

    private string Now => $"{app.Time.GetUtcNow().ToUnixTimeMilliseconds()}";

    private JsonObject Event(string type, JsonObject body) => Envelope.Version2(app, type, Guid.NewGuid().ToString("N"), Now, body);

    private AMessage InSomeGroup() =>
        AMessage.InGroup($"oc_00000000000000000000000000a{random.Next(Rooms):D5}").From(Person(random.Next(100_000)));

    private static string Person(int number) => $"ou_000000000000000000000000{number:D8}";
}
