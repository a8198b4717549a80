using Google.Protobuf;
using Wenlu.BotHost.Events.LongConnection;

namespace Wenlu.BotHost.Tests.Events.LongConnection;

public sealed class ConnectionSettingsTests
{
    private static readonly ConnectionSettings Settings = ConnectionSettings.Default;

    [Fact]
    public void A_pong_changes_what_it_names_and_nothing_else() =>
        Pong("""{"PingInterval":30,"ReconnectCount":5}""").ShouldBe(Settings with { PingInterval = TimeSpan.FromSeconds(30), ReconnectCount = 5 });

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("""{"PingInterval":"soon"}""")]
    [InlineData("""{"PingInterval":0,"ReconnectInterval":-3,"ReconnectNonce":-1}""")]
    public void A_pong_that_says_nothing_sensible_changes_nothing(string payload) => Pong(payload).ShouldBe(Settings);

    [Fact]
    public void A_pause_of_years_is_cut_to_an_hour() =>
        Pong("""{"PingInterval":2000000000}""").PingInterval.ShouldBe(TimeSpan.FromHours(1));

    private static ConnectionSettings Pong(string payload) => Settings.WithPong(ByteString.CopyFromUtf8(payload));
}
