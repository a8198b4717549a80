using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Messages;

namespace Wenlu.BotHost.Tests.Conversations;

public sealed class AddressingTests
{
    private const string Bot = "ou_bot";

    [Fact]
    public void Pitfall_13_a_message_that_mentions_somebody_else_is_not_for_us() => Of(Group(Named("ou_lilei"))).ShouldBe(Addressee.Others);

    [Fact]
    public void Pitfall_13_until_the_bot_knows_itself_nothing_is_for_us_and_nothing_is_forgotten() =>
        Addressing.Of(Group(Named(Bot)), new HashSet<string>(), isKnown: false).ShouldBe(Addressee.Unknown);

    [Fact]
    public void Pitfall_14_a_further_open_id_from_the_settings_means_the_bot_even_before_it_knows_itself()
    {
        Addressing.Of(Group(Named("ou_second")), new HashSet<string> { Bot, "ou_second" }, isKnown: true).ShouldBe(Addressee.Us);
        Addressing.Of(Group(Named("ou_second")), new HashSet<string> { "ou_second" }, isKnown: false).ShouldBe(Addressee.Us);
    }

    [Fact]
    public void Pitfall_15_a_name_or_a_first_mention_proves_nothing() =>
        Of(Group(new Mention("@_user_1", "ou_colleague", "知识库助手"))).ShouldBe(Addressee.Others);

    [Fact]
    public void Pitfall_16_a_call_to_everybody_is_for_nobody()
    {
        Of(Group(new Mention(Mention.Everybody, "", "所有人"))).ShouldBe(Addressee.Others);
        Addressing.Of(Group(new Mention(Mention.Everybody, "", "所有人")), new HashSet<string>(), isKnown: false).ShouldBe(Addressee.Others);
        Of(Group(new Mention(Mention.Everybody, "", "所有人"), Named(Bot))).ShouldBe(Addressee.Us);
    }

    [Theory]
    [InlineData("bot")]
    [InlineData("app")]
    [InlineData("")]
    public void Pitfall_17_another_bot_is_never_answered_wherever_it_speaks(string senderType)
    {
        Of(Group(Named(Bot)) with { Sender = new Sender("ou_x", senderType, null) }).ShouldBe(Addressee.Others);
        Of(Group(Named(Bot)) with { Sender = new Sender("ou_x", senderType, null), IsDirect = true }).ShouldBe(Addressee.Others);
    }

    [Fact]
    public void A_mention_without_an_id_is_nobody() => Of(Group(new Mention("@_user_1", null, "x"), new Mention("@_user_2", "", "y"))).ShouldBe(Addressee.Others);

    [Theory]
    [InlineData("p2p", true)]
    [InlineData("group", false)]
    [InlineData("topic_group", false)]
    public void Every_chat_that_is_not_a_direct_one_is_a_group(string chatType, bool isDirect) =>
        MessageReader.Read("""{"event":{"sender":{"sender_type":"user"},"message":{"message_id":"om_1","chat_id":"oc_1","chat_type":"?"}}}""".Replace("?", chatType, StringComparison.Ordinal))
            .IsDirect.ShouldBe(isDirect);

    [Theory]
    [InlineData("年假有几天？", true)]
    [InlineData("谁知道 VPN 怎么连", true)]
    [InlineData("How do I reset my password", true)]
    [InlineData("大家早上好", false)]
    [InlineData("/new 年假有几天？", false)]
    [InlineData("啊？", false)]
    public void Only_a_plain_question_can_be_overheard(string text, bool isQuestion) =>
        Overhearing.IsPlainQuestion(new MessageBody(text, text)).ShouldBe(isQuestion);

    [Fact]
    public void What_is_said_to_somebody_is_not_said_to_the_room()
    {
        Overhearing.IsSaidToTheRoom(Group()).ShouldBeTrue();
        Overhearing.IsSaidToTheRoom(Group(Named("ou_lilei"))).ShouldBeFalse();
        Overhearing.IsSaidToTheRoom(Group() with { ParentId = "om_other" }).ShouldBeFalse();
        Overhearing.IsSaidToTheRoom(Group() with { Sender = new Sender("ou_x", "bot", null) }).ShouldBeFalse();
        Overhearing.IsSaidToTheRoom(Group() with { IsDirect = true }).ShouldBeFalse();
    }

    private static Addressee Of(IncomingMessage message) => Addressing.Of(message, new HashSet<string> { Bot }, isKnown: true);

    private static Mention Named(string openId) => new("@_user_1", openId, "某人");

    private static IncomingMessage Group(params Mention[] mentions) =>
        new("om_1", "oc_1", "oc_1", IsDirect: false, "text", "{}", mentions, new Sender("ou_asker", "user", null));
}
