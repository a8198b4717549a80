using Wenlu.BotHost.Welcome;

namespace Wenlu.BotHost.Tests.Welcome;

public sealed class MenuKeyTests
{
    [Theory]
    [InlineData("help", "Help")]
    [InlineData("kb_help", "Help")]
    [InlineData("KB-NEW", "NewTopic")]
    [InlineData("bot.menu.sources", "Sources")]
    [InlineData("kb:stop", "Stop")]
    [InlineData("新话题", "NewTopic")]
    [InlineData("问路_来源", "Sources")]
    [InlineData("停止", "Stop")]
    [InlineData("opening_hours", "Help")]
    [InlineData("", "Help")]
    [InlineData(null, "Help")]
    public void The_last_word_of_a_key_is_what_it_means(string? key, string kind) => MenuKey.Read(key).ToString().ShouldBe(kind);
}
