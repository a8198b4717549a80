using Wenlu.BotHost.Conversations;

namespace Wenlu.BotHost.Tests.Conversations;

public sealed class NewTopicTests
{
    [Theory]
    [InlineData("/new", "")]
    [InlineData(" /NEW。 ", "")]
    [InlineData("新话题", "")]
    [InlineData("新话题！", "")]
    [InlineData("/新话题", "")]
    [InlineData("新话题：", "")]
    [InlineData("/new VPN 怎么续期？", "VPN 怎么续期？")]
    [InlineData("/new\nVPN 怎么续期？\n在家里", "VPN 怎么续期？\n在家里")]
    [InlineData("/New: how do I renew it?", "how do I renew it?")]
    [InlineData("/新话题 VPN 怎么续期", "VPN 怎么续期")]
    [InlineData("新话题：VPN 怎么续期", "VPN 怎么续期")]
    [InlineData("新话题: VPN 怎么续期", "VPN 怎么续期")]
    public void It_is_a_new_topic_with_the_question_that_follows(string text, string question) => NewTopic.QuestionAfter(text).ShouldBe(question);

    [Theory]
    [InlineData("新话题有哪些？")]
    [InlineData("新话题 有哪些？")]
    [InlineData("/news")]
    [InlineData("/new-project 是什么")]
    [InlineData("/new.txt 是什么文件")]
    [InlineData("怎么用 /new")]
    [InlineData("")]
    public void It_is_something_else(string text) => NewTopic.QuestionAfter(text).ShouldBeNull();
}
