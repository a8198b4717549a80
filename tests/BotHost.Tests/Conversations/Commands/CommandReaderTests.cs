using Wenlu.BotHost.Conversations.Commands;

namespace Wenlu.BotHost.Tests.Conversations.Commands;

public sealed class CommandReaderTests
{
    [Theory]
    [InlineData("/help", "Help")]
    [InlineData(" /HELP。", "Help")]
    [InlineData("／帮助", "Help")]
    [InlineData("/帮助 怎么用", "Help")]
    [InlineData("帮助", "Help")]
    [InlineData("帮助！", "Help")]
    [InlineData("/new", "NewTopic")]
    [InlineData("新话题。", "NewTopic")]
    [InlineData("/sources", "Sources")]
    [InlineData("/来源", "Sources")]
    [InlineData("来源", "Sources")]
    [InlineData("/stop", "Stop")]
    [InlineData("/Stop now", "Stop")]
    [InlineData("stop", "Stop")]
    [InlineData("Help!", "Help")]
    [InlineData("sources", "Sources")]
    [InlineData("停止！", "Stop")]
    [InlineData("/xyz", "Unknown")]
    [InlineData("/news", "Unknown")]
    [InlineData("/再见", "Unknown")]
    public void It_is_a_command(string text, string kind) => CommandReader.Read(text).ToString().ShouldBe(kind);

    [Theory]
    [InlineData("帮助我写一封邮件")]
    [InlineData("这个数据的来源是什么？")]
    [InlineData("来源 是什么")]
    [InlineData("停止供应的型号有哪些")]
    [InlineData("怎么用 /help")]
    [InlineData("help me write a letter")]
    [InlineData("new")]
    [InlineData("/etc/hosts 在哪里改")]
    [InlineData("/etc/hosts")]
    [InlineData("/api 怎么调用")]
    [InlineData("/helpdesk 的电话是多少")]
    [InlineData("/new VPN 怎么续期？")]
    [InlineData("新话题：VPN 怎么续期")]
    [InlineData("https://example.com/help")]
    [InlineData("/")]
    [InlineData("")]
    public void It_is_a_question(string text) => CommandReader.Read(text).ShouldBeNull();
}
