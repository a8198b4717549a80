using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Tests.Site;

public sealed class FrameTests
{
    [Theory]
    [InlineData("https://ask.example.com", true)]
    [InlineData("http://ask.example.com", false)]
    [InlineData("http://127.0.0.1:8080", false)]
    public void Cookies_are_for_secure_connections_where_visitors_have_them(string root, bool isSecure) =>
        new Frame(Language.English, "/", root).IsSecure.ShouldBe(isSecure);
}
